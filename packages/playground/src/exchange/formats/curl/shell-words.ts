export type ShellWords = { readonly ok: true; readonly words: readonly string[] } | { readonly ok: false; readonly quote: string }

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['0', '\0'],
])

/** Where a quoted piece ends and what it holds; null where it does not end. */
type Piece = readonly [text: string, end: number] | null

function single(text: string, at: number): Piece {
  const end = text.indexOf("'", at)
  return end < 0 ? null : [text.slice(at, end), end + 1]
}

/** `$'…'`: as single quotes, with escapes. */
function ansi(text: string, at: number): Piece {
  let out = ''
  for (let index = at; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === "'") return [out, index + 1]
    if (character !== '\\') {
      out += character
      continue
    }
    const unicode = /^u([0-9a-fA-F]{4})|^x([0-9a-fA-F]{2})/.exec(text.slice(index + 1, index + 6))
    if (unicode) {
      out += String.fromCharCode(Number.parseInt(unicode[1] ?? unicode[2] ?? '0', 16))
      index += unicode[0].length
    } else {
      const next = text.charAt(++index)
      out += ESCAPES.get(next) ?? `\\${next}`
    }
  }
  return null
}

function double(text: string, at: number): Piece {
  let out = ''
  for (let index = at; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '"') return [out, index + 1]
    if (character !== '\\') out += character
    else {
      const next = text.charAt(++index)
      if (next === '\r' && text[index + 1] === '\n') index++
      else if (next !== '\n') out += '"\\$`'.includes(next) ? next : `\\${next}`
    }
  }
  return null
}

/** The words of a command as a POSIX shell splits them. Nothing is expanded: `$NAME` stays as it is written. */
export function shellWords(text: string): ShellWords {
  const words: string[] = []
  let word: string | null = null
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    const opensAnsi = text.startsWith("$'", at)
    if (opensAnsi || character === "'" || character === '"') {
      const piece: Piece = opensAnsi ? ansi(text, at + 2) : character === '"' ? double(text, at + 1) : single(text, at + 1)
      if (piece === null) return { ok: false, quote: opensAnsi ? "$'" : character }
      word = (word ?? '') + piece[0]
      at = piece[1]
    } else if (character === '\\' || (character === '^' && /^\^\r?\n/.test(text.slice(at, at + 3)))) {
      const newline = /^[\\^]\r?\n/.exec(text.slice(at, at + 3))
      if (!newline) word = (word ?? '') + text.charAt(at + 1)
      at += newline ? newline[0].length : 2
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
      at++
    } else if (character === ';' || character === '|' || character === '&') break
    else {
      word = (word ?? '') + character
      at++
    }
  }
  return { ok: true, words: word === null ? words : [...words, word] }
}
