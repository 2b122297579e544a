const UNPRINTABLE = /[\p{C}\p{Z}]/u
const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [9, '\\t'],
  [10, '\\n'],
  [13, '\\r'],
  [92, '\\\\'],
])

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0')

function escapeCode(code: number): string {
  if (code <= 0xff) return `\\x${hex(code, 2)}`
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

function escapeCharacter(character: string, code: number, quote: string): string {
  const short = SHORT_ESCAPES.get(code)
  if (short !== undefined) return short
  if (character === quote) return `\\${character}`
  if (code >= 32 && code < 127) return character
  return UNPRINTABLE.test(character) ? escapeCode(code) : character
}

/** Python's `repr` of a string: single quotes unless only they occur inside; what cannot be printed becomes `\x`, `\u` or `\U`. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let out = quote
  for (const character of text) out += escapeCharacter(character, character.codePointAt(0) ?? 0, quote)
  return out + quote
}

/** What `ascii()` makes of a `repr`: everything beyond ASCII escaped. */
export function escapeNonAscii(text: string): string {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    out += code < 128 ? character : escapeCode(code)
  }
  return out
}
