import { normalizeNewlines } from './whitespace.ts'

export type DecodedString = { readonly text: string } | { readonly problem: string }

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])
const HEX_WIDTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])
const OCTAL = /[0-7]{1,3}/y

/** A backslash before a character outside ASCII escapes the backslash of that character's own escape, so both stay as written. */
function spellOut(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16)}`
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
}

interface Escape {
  readonly text: string
  readonly end: number
}

function hexEscape(body: string, at: number, letter: string, width: number): Escape | string {
  const digits = body.slice(at + 2, at + 2 + width)
  if (digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) {
    return `The escape \\${letter} needs ${width} hexadecimal digits; write \\\\ for a backslash.`
  }
  const code = Number.parseInt(digits, 16)
  if (code > 0x10ffff) return `\\${letter}${digits} is no Unicode character; the last one is \\U0010ffff.`
  return { text: String.fromCodePoint(code), end: at + 2 + width }
}

function escapeAt(body: string, at: number): Escape | string {
  const next = String.fromCodePoint(body.codePointAt(at + 1) ?? 92)
  const end = at + 1 + next.length
  const simple = SIMPLE.get(next)
  if (simple !== undefined) return { text: simple, end }
  const width = HEX_WIDTHS.get(next)
  if (width !== undefined) return hexEscape(body, at, next, width)
  if (next === 'N') return 'Characters cannot be named with \\N{…}; write the character itself or \\u with its code.'
  OCTAL.lastIndex = at + 1
  const octal = OCTAL.exec(body)?.[0]
  if (octal !== undefined) return { text: String.fromCodePoint(Number.parseInt(octal, 8)), end: at + 1 + octal.length }
  return { text: next > '\u007f' ? spellOut(next) : `\\${next}`, end }
}

/** What a string literal means; `raw` is what stands between its quotes. */
export function decodeString(raw: string): DecodedString {
  const body = normalizeNewlines(raw)
  let at = body.indexOf('\\')
  if (at < 0) return { text: body }
  let text = ''
  let from = 0
  while (at >= 0) {
    const escape = escapeAt(body, at)
    if (typeof escape === 'string') return { problem: escape }
    text += body.slice(from, at) + escape.text
    from = escape.end
    at = body.indexOf('\\', from)
  }
  return { text: text + body.slice(from) }
}
