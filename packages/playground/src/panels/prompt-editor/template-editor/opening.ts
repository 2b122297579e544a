import type { TemplateFormat } from '@vitrine/contracts'

export interface Opening {
  /** What the chosen name replaces, as offsets in the line. */
  readonly from: number
  readonly to: number
  /** Written before and behind the name. */
  readonly lead: string
  readonly tail: string
}

const isName = (text: string): boolean => /^[\p{L}\p{N}_.-]*$/u.test(text)

/**
 * The placeholder that is being opened at `at`: behind `{{` (behind a single `{` in fstring) and as far as a name goes. The closing
 * braces are added where they are not there yet. Null where nothing is being opened.
 */
export function opening(format: TemplateFormat, line: string, at: number): Opening | null {
  const braces = format === 'fstring' ? '{' : '{{'
  const start = line.lastIndexOf(braces, at - braces.length)
  if (start < 0 || start + braces.length > at) return null
  // `{{` in fstring is a literal brace.
  if (format === 'fstring' && line[start - 1] === '{') return null
  const typed = line.slice(start + braces.length, at)
  if (!isName(typed.trimStart())) return null
  const rest = line.slice(at)
  const closing = format === 'fstring' ? '}' : '}}'
  const spaced = format === 'jinja2' && !typed.startsWith(' ') ? ' ' : ''
  const isClosed = rest.trimStart().startsWith(closing)
  const padding = typed.startsWith(' ') || spaced ? ' ' : ''
  return {
    from: start + braces.length + (typed.length - typed.trimStart().length),
    to: at,
    lead: spaced,
    tail: isClosed ? '' : `${padding}${closing}`,
  }
}
