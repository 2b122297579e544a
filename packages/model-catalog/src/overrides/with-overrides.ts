import type { Model } from '@vitrine/contracts'
import { readModel } from './read-model.ts'
import { type OverrideProblem, createReader, fieldAt, isFields } from './reader.ts'

export type { OverrideProblem } from './reader.ts'

export type Overrides =
  | { readonly ok: true; readonly models: readonly Model[] }
  | { readonly ok: false; readonly problems: readonly OverrideProblem[] }

/**
 * Puts an operator's own prices and models over the catalogue: the price that was agreed on, the limits of a house's own model, a model
 * that is newer than we are. Pure: reading the file and parsing its JSON is the caller's.
 *
 * *Shape*: `{ "models": { "openai/gpt-4o-mini": { "price": { … } } } }`. Of an id that we know only what is said changes, and what is
 * said as null is unknown; another id adds a model of which nothing else is known. A price has `input`, `output`, `date`, `source`, and
 * maybe `cached_input`, `cache_write`, `until`, `long_context` (the same rates, and `over_input_tokens`).
 *
 * *Units*: USD for a million tokens, as price lists have it; tokens; days as `YYYY-MM-DD`.
 *
 * *Errors*: all of them at once, each with its path. A file that is wrong somewhere changes nothing.
 */
export function withOverrides(models: readonly Model[], overridesJson: unknown): Overrides {
  const read = createReader()
  const document = read.object(overridesJson, '', ['models'])
  const entries = document?.['models']
  if (document !== null && !isFields(entries)) read.fail('models', 'must be an object of models by their id')
  const changed = new Map(models.map((model) => [model.id, model]))
  for (const [id, value] of isFields(entries) ? Object.entries(entries) : []) {
    const model = readModel({ id, value, known: changed.get(id) }, fieldAt('models', id), read)
    if (model !== null) changed.set(id, model)
  }
  return read.problems.length > 0 ? { ok: false, problems: read.problems } : { ok: true, models: [...changed.values()] }
}
