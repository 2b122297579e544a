import { isPySpace } from '../../../python/whitespace.ts'
import { skipSpace, trimEndFrom } from '../lexer/whitespace.ts'

/** Splits at whitespace at most `limit` times; the rest keeps its whitespace, but for what begins it. */
export function splitAtSpace(text: string, limit: number): string[] {
  const parts: string[] = []
  let at = skipSpace(text, 0)
  while (at < text.length && parts.length < limit) {
    const start = at
    while (at < text.length && !isPySpace(text.charCodeAt(at))) at++
    parts.push(text.slice(start, at))
    at = skipSpace(text, at)
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}

export function splitAtSpaceFromRight(text: string, limit: number): string[] {
  const parts: string[] = []
  let at = trimEndFrom(text, 0, text.length)
  while (at > 0 && parts.length < limit) {
    const end = at
    while (at > 0 && !isPySpace(text.charCodeAt(at - 1))) at--
    parts.push(text.slice(at, end))
    at = trimEndFrom(text, 0, at)
  }
  if (skipSpace(text, 0) < at) parts.push(text.slice(0, at))
  return parts.toReversed()
}

/** Splits at a separator at most `limit` times. */
export function splitAt(text: string, separator: string, limit: number): string[] {
  const parts = text.split(separator)
  if (parts.length <= limit + 1) return parts
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)]
}

export function splitAtFromRight(text: string, separator: string, limit: number): string[] {
  const parts: string[] = []
  let end = text.length
  while (parts.length < limit) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length)
    if (at < 0) break
    parts.push(text.slice(at + separator.length, end))
    end = at
  }
  parts.push(text.slice(0, end))
  return parts.toReversed()
}

const isLineEnd = (code: number): boolean =>
  (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029

/** Lines, by every line boundary Python knows; a text that ends with one has no empty last line. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (!isLineEnd(text.charCodeAt(at))) continue
    const end = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
    lines.push(text.slice(start, keepEnds ? end : at))
    start = end
    at = end - 1
  }
  if (start < text.length) lines.push(text.slice(start))
  return lines
}
