import { isPySpace } from '../../../python/whitespace.ts'
import { skipSpace, trimEndFrom } from '../lexer/whitespace.ts'

export type Sides = 'both' | 'left' | 'right'

function stripSpace(text: string, sides: Sides): string {
  const start = sides === 'right' ? 0 : skipSpace(text, 0)
  return text.slice(start, sides === 'left' ? text.length : trimEndFrom(text, start, text.length))
}

/** Removes whitespace, or any of the given characters, from the ends of a text. */
export function stripText(text: string, chars: string | undefined, sides: Sides): string {
  if (chars === undefined) return stripSpace(text, sides)
  const set = new Set(chars)
  const points = Array.from(text)
  let start = 0
  let end = points.length
  if (sides !== 'right') while (start < end && set.has(points[start] ?? '')) start++
  if (sides !== 'left') while (end > start && set.has(points[end - 1] ?? '')) end--
  return points.slice(start, end).join('')
}

/** Words between whitespace. */
export function words(text: string): string[] {
  const found: string[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const start = at
    while (at < text.length && !isPySpace(text.charCodeAt(at))) at++
    found.push(text.slice(start, at))
    at = skipSpace(text, at)
  }
  return found
}
