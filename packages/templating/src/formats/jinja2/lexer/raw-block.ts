import { skipSpace } from './whitespace.ts'

export interface RawTag {
  /** One past the closing braces. */
  readonly braceEnd: number
  /** Where the text goes on: after the whitespace that a `-` swallows. */
  readonly next: number
}

const isSign = (character: string | undefined): boolean => character === '-' || character === '+'

/** Reads `{% raw %}` or `{% endraw %}` at `from`; undefined where something else stands there. Only `endraw` may end in `+%}`. */
export function rawTagAt(source: string, from: number, end: number, word: 'raw' | 'endraw'): RawTag | undefined {
  const inside = isSign(source[from + 2]) ? from + 3 : from + 2
  const start = skipSpace(source, inside, end)
  if (!source.startsWith(word, start)) return undefined
  const after = skipSpace(source, start + word.length, end)
  const sign = source[after]
  const signed = sign === '-' || (sign === '+' && word === 'endraw')
  const braces = signed ? after + 1 : after
  if (!source.startsWith('%}', braces) || braces + 2 > end) return undefined
  const braceEnd = braces + 2
  return { braceEnd, next: sign === '-' ? skipSpace(source, braceEnd, end) : braceEnd }
}

export interface RawEnd extends RawTag {
  /** Where the closing tag begins. */
  readonly start: number
}

export function findEndRaw(source: string, from: number, end: number): RawEnd | undefined {
  for (let start = source.indexOf('{%', from); start >= 0 && start < end; start = source.indexOf('{%', start + 2)) {
    const tag = rawTagAt(source, start, end, 'endraw')
    if (tag !== undefined) return { ...tag, start }
  }
  return undefined
}
