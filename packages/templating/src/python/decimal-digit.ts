const DECIMAL = /^\p{Nd}$/u

/**
 * The value of a decimal digit of any script, -1 for anything else: Python reads such digits where it reads an index or a width.
 * Each script's ten digits stand together in order, so the distance from the start of the run says which one it is.
 */
export function decimalDigit(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1
  if (!DECIMAL.test(character)) return -1
  let start = code
  while (DECIMAL.test(String.fromCodePoint(start - 1))) start--
  return (code - start) % 10
}
