/** What Python's `str.isspace`, `strip` and `\s` take for white space: not the same as JavaScript's `trim`. */
export function isPySpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13) || (unit >= 28 && unit <= 31)
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0
  if (unit >= 0x2000 && unit <= 0x200a) return true
  return unit === 0x1680 || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000
}

/** Python's `str.strip()`. */
export function pyStrip(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isPySpace(text.charCodeAt(start))) start++
  while (end > start && isPySpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}
