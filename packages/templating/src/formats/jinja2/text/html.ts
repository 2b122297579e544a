import { LATIN_1_ENTITIES, OTHER_ENTITIES } from './html-entities.data.ts'
import { words } from './strip.ts'

const REFERENCE = /&(?:#(?<code>[0-9]+|[xX][0-9a-fA-F]+);?|(?<name>[a-zA-Z][a-zA-Z0-9]{1,31})(?<end>;?))/g
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Names that need no semicolon. */
const LOOSE: ReadonlyMap<string, string> = new Map<string, string>([
  ['amp', '&'],
  ['AMP', '&'],
  ['lt', '<'],
  ['LT', '<'],
  ['gt', '>'],
  ['GT', '>'],
  ['quot', '"'],
  ['QUOT', '"'],
  ...LATIN_1_ENTITIES.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
])
const STRICT: ReadonlyMap<string, string> = new Map(
  OTHER_ENTITIES.split(' ').map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
)

function numericReference(digits: string): string {
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10)
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? ''
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  const isControl = code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13
  return isControl || code === 0x7f || code === 0xb ? '' : String.fromCodePoint(code)
}

/** A name without its semicolon may run into the letters after it: `&ampx` is `&x`. */
function namedReference(whole: string, name: string, closed: boolean): string {
  const exact = LOOSE.get(name) ?? (closed ? STRICT.get(name) : undefined)
  if (exact !== undefined) return exact
  for (let length = name.length - 1; length > 1; length--) {
    const character = LOOSE.get(name.slice(0, length))
    if (character !== undefined) return character + whole.slice(length + 1)
  }
  return whole
}

/** Replaces HTML character references by their characters. Rare names stay as they are written. */
export const unescapeHtml = (text: string): string =>
  text.replaceAll(REFERENCE, (whole: string, code: string | undefined, name: string | undefined, end: string | undefined) => {
    if (code !== undefined) return numericReference(code)
    return namedReference(whole, name ?? '', end === ';')
  })

/** Leaves out what stands from every `open` to the next `close`; what is never closed stays. */
function cutOut(text: string, open: string, close: string): string {
  let out = ''
  let at = 0
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start)
    if (end < 0) break
    out += text.slice(at, start)
    at = end + close.length
  }
  return out + text.slice(at)
}

/** Text without comments and tags, its whitespace collapsed, its character references resolved. */
export const stripTags = (html: string): string => unescapeHtml(words(cutOut(cutOut(html, '<!--', '-->'), '<', '>')).join(' '))
