const SURROGATE = /[\ud800-\udfff]/

/** One entry per code point, or the string itself where every UTF-16 unit is one. */
export const pointsOf = (text: string): string | readonly string[] => (SURROGATE.test(text) ? Array.from(text) : text)

/** Length, index and slice of text count code points, as Python does. */
export const codePointLength = (text: string): number => pointsOf(text).length

export function sliceCodePoints(text: string, start: number, end?: number): string {
  const points = pointsOf(text)
  return typeof points === 'string' ? points.slice(start, end) : points.slice(start, end).join('')
}

/** Where a UTF-16 offset lies in code points. */
export const toCodePointIndex = (text: string, offset: number): number => codePointLength(text.slice(0, offset))
