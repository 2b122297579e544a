import type { ModelSettings } from '@vitrine/contracts'
import type { ImportedVariant } from '../../../exchange/import/recognition.ts'
import type { Imported } from '../../../state/imported.ts'
import { forVariants } from '../../../state/kept-conversation.ts'

/** What was chosen of a file; the first of `variants` is `prompt` and `settings`, and `takenVariants` are their places in it. */
type PlacedParts = Omit<Imported, 'variants'> & {
  readonly variants: readonly ImportedVariant[]
  readonly takenVariants?: readonly number[]
}

/** What conversations know of variants, of those that were chosen. */
const rowsFor = (rows: Imported['rows'], taken: readonly number[]): Imported['rows'] =>
  rows.map((row) =>
    'id' in row || row.conversation === undefined ? row : Object.assign({}, row, { conversation: forVariants(row.conversation, taken) }),
  )

/**
 * What an import makes of a playground. Of several variants each has what it says itself, and where it says nothing what the first one
 * says; they share a syntax, so one that is written in another is left out.
 */
export function importedOf({ variants, takenVariants = [], ...parts }: PlacedParts, held: ModelSettings): Imported {
  const placed = { ...parts, rows: rowsFor(parts.rows, takenVariants) }
  const [first, ...others] = variants
  if (first === undefined || others.length === 0) return placed
  const templateFormat = first.prompt?.templateFormat
  const beside = others.flatMap(({ prompt, settings }) => {
    const messages = (prompt ?? first.prompt)?.messages
    if (messages === undefined || (prompt ?? first.prompt)?.templateFormat !== templateFormat) return []
    const said = settings ?? first.settings
    return [{ messages, llmConfig: said === undefined ? held : { ...said, model: said.model ?? held.model } }]
  })
  return beside.length === 0 ? placed : { ...placed, variants: beside }
}
