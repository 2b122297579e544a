import type { ModelSettings } from '@vitrine/contracts'
import type { ImportedVariant } from '../../../exchange/import/recognition.ts'
import type { Imported } from '../../../state/imported.ts'

/** What was chosen of a file; the first of `variants` is `prompt` and `settings`. */
type PlacedParts = Omit<Imported, 'variants'> & { readonly variants: readonly ImportedVariant[] }

/**
 * What an import makes of a playground. Of several variants each has what it says itself, and where it says nothing what the first one
 * says; they share a syntax, so one that is written in another is left out.
 */
export function importedOf({ variants, ...placed }: PlacedParts, held: ModelSettings): Imported {
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
