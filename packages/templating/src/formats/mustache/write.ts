import { pyStrip } from '../../python/whitespace.ts'

const SIGILS = '#^/!>&=${<'

const isNameLike = (text: string): boolean =>
  text !== '' && pyStrip(text) === text && !/[{}\n\r\0]/.test(text) && !SIGILS.includes(text.charAt(0))

/** `{{name}}`; undefined for names with a dot or brace, a leading mark of the format, or white space around them. */
export const mustachePlaceholder = (name: string): string | undefined =>
  isNameLike(name) && !name.includes('.') ? `{{${name}}}` : undefined

export const mustachePath = (segments: readonly string[]): string | undefined => {
  const writable = isNameLike(segments.join('.')) && segments.every((segment) => segment !== '' && !segment.includes('.'))
  return writable ? `{{${segments.join('.')}}}` : undefined
}

const withOtherDelimiters = (braces: string): string => `{{=<% %>=}}${braces}<%={{ }}=%>`

/** The format has no escape, so braces that could open a tag are printed under other delimiters; so is a last single one. */
export function escapeMustache(text: string): string {
  const escaped = text.split('{{').join(withOtherDelimiters('{{'))
  return escaped.endsWith('{') ? escaped.slice(0, -1) + withOtherDelimiters('{') : escaped
}
