import { pyStrip } from '../../python/whitespace.ts'
import { scanCurly } from './scan.ts'

const FORBIDDEN = ['{', '}', '[', ']', '\n']

/** `{{name}}`; undefined for names that curly reads differently: with braces, brackets or line ends, padded, or of dots alone. */
export function curlyPlaceholder(name: string): string | undefined {
  const readable = name.replaceAll('.', '') !== '' && pyStrip(name) === name && !FORBIDDEN.some((mark) => name.includes(mark))
  return readable ? `{{${name}}}` : undefined
}

/** A path as curly writes it: segments joined by dots; undefined where a segment cannot stand there. */
export const curlyPath = (segments: readonly string[]): string | undefined =>
  segments.every((segment) => segment !== '' && !segment.includes('.')) && !/^[$/]/.test(segments[0] ?? '')
    ? curlyPlaceholder(segments.join('.'))
    : undefined

/** Doubles the braces of everything that would be a placeholder, or literal double braces, already. */
export function escapeCurly(text: string): string {
  let out = ''
  let copied = 0
  for (const piece of scanCurly(text)) {
    if (piece.kind === 'literal') continue
    const inner = text.slice(piece.start + 2, piece.end - 2)
    // The inner braces of literal ones close at the first chance, so the last two follow behind.
    const written = piece.kind === 'braces' ? `{{{{${inner.slice(0, -2)}}}}}}}` : `{{{{${inner}}}}}`
    out += text.slice(copied, piece.start) + written
    copied = piece.end
  }
  return out + text.slice(copied)
}
