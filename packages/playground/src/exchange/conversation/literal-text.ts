import { convertTemplate } from '@vitrine/templating'

/**
 * A text as a curly template that renders to it: braces that would be a placeholder are doubled. Null where no such template exists.
 *
 * The format `fstring` must be loaded; see `loadFormat`.
 */
export function literalText(text: string): string | null {
  if (!text.includes('{{')) return text
  const written = convertTemplate(text.replaceAll('{', '{{').replaceAll('}', '}}'), 'fstring', 'curly')
  return written.ok && written.notes.length === 0 ? written.text : null
}
