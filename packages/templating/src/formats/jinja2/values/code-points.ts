const SURROGATE = /[\ud800-\udfff]/

/** One entry per code point, or the string itself where every UTF-16 unit is one. */
const pointsOf = (text: string): string | readonly string[] => (SURROGATE.test(text) ? Array.from(text) : text)

/** Length, index and slice of text count code points, as Python does. */
export const codePointLength = (text: string): number => pointsOf(text).length

/** The character at an index from 0; undefined beyond the end. */
export const characterAt = (text: string, index: number): string | undefined => pointsOf(text)[index]

export function sliceCodePoints(text: string, start: number, end?: number): string {
  const points = pointsOf(text)
  return typeof points === 'string' ? points.slice(start, end) : points.slice(start, end).join('')
}

/** Where a UTF-16 offset lies in code points. */
export const toCodePointIndex = (text: string, offset: number): number => codePointLength(text.slice(0, offset))

/** Where an index in code points lies in UTF-16 units. */
export const toOffset = (text: string, index: number): number => (SURROGATE.test(text) ? sliceCodePoints(text, 0, index).length : index)
