const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** Order by code point, as Python and JSONPath compare text: UTF-16 units put U+FFFF after every pair, code points before. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index)
    const b = right.charCodeAt(index)
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1
  }
  return left.length - right.length
}
