import { isPySpace } from '../../../python/whitespace.ts'

/** The first position from `from` on that holds no whitespace. */
export function skipSpace(text: string, from: number, end: number = text.length): number {
  let at = from
  while (at < end && isPySpace(text.charCodeAt(at))) at++
  return at
}

/** Where the text ends once trailing whitespace is left out; never before `from`. */
export function trimEndFrom(text: string, from: number, end: number): number {
  let at = end
  while (at > from && isPySpace(text.charCodeAt(at - 1))) at--
  return at
}

export const normalizeNewlines = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)
