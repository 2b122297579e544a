/** A piece of a program. Texts of format strings keep their `{…}`; `isFormat` says so. */
export type PythonToken = { readonly line: number; readonly at: number; readonly end: number } & (
  | { readonly kind: 'text'; readonly value: string; readonly isFormat: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'mark'; readonly value: string }
  /** A line end outside brackets: a statement is over. */
  | { readonly kind: 'end' }
)

export type LexedPython =
  | { readonly ok: true; readonly tokens: readonly PythonToken[] }
  | { readonly ok: false; readonly line: number; readonly quote: string }

const SPACE = /(?:[ \t\f\r]|\\\r?\n|#[^\n]*)+/y
const STRING_START = /([rRbBuUfFtT]{0,2})("""|'''|"|')/y
const NUMBER = /0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?/y
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy
const ESCAPE = /\\(?:\r?\n|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
])

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

const unescaped = (text: string): string =>
  text.replaceAll(ESCAPE, (whole: string, x?: string, u?: string, long?: string, octal?: string, one?: string) => {
    const hex = x ?? u ?? long
    if (hex !== undefined) return codePoint(hex)
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
    return one === undefined ? '' : (SIMPLE.get(one) ?? whole)
  })

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where the text of a string ends; null where it does not, or where its line does. */
function stringEnd(text: string, from: number, quote: string): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (quote.length === 1 && text[at] === '\n') return null
    else if (text.startsWith(quote, at)) return at
  }
  return null
}

/** Splits a program into its pieces; what they mean is somebody else's matter. One pass. */
export function lexPython(text: string): LexedPython {
  const tokens: PythonToken[] = []
  let line = 1
  let depth = 0
  let at = 0
  const pass = (end: number) => {
    for (; at < end; at++) if (text.charCodeAt(at) === 10) line++
  }
  while (at < text.length) {
    const place = { line, at }
    const space = matchAt(SPACE, text, at)
    const string = space ? null : matchAt(STRING_START, text, at)
    if (space) pass(at + space[0].length)
    else if (string) {
      const [opening, prefix = '', quote = '"'] = string
      const from = at + opening.length
      const close = stringEnd(text, from, quote)
      if (close === null) return { ok: false, line, quote }
      const raw = text.slice(from, close)
      pass(close + quote.length)
      const value = /r/i.test(prefix) ? raw : unescaped(raw)
      if (/b/i.test(prefix)) tokens.push({ ...place, end: at, kind: 'mark', value: 'bytes' })
      else tokens.push({ ...place, end: at, kind: 'text', value, isFormat: /[ft]/i.test(prefix) })
    } else if (text[at] === '\n') {
      pass(at + 1)
      if (depth === 0) tokens.push({ ...place, end: at, kind: 'end' })
    } else {
      const number = matchAt(NUMBER, text, at)
      const name = number ? null : matchAt(NAME, text, at)
      const value = number?.[0] ?? name?.[0] ?? text.slice(at, at + 1)
      at += value.length
      if (number) tokens.push({ ...place, end: at, kind: 'number', value: Number(value.replaceAll('_', '')) })
      else tokens.push({ ...place, end: at, kind: name ? 'name' : 'mark', value })
      if ('([{'.includes(value)) depth++
      if (')]}'.includes(value)) depth = Math.max(0, depth - 1)
    }
  }
  return { ok: true, tokens: [...tokens, { line, at, end: at, kind: 'end' }] }
}
