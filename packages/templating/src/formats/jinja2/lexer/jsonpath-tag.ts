import { skipSpace, trimEndFrom } from './whitespace.ts'

export interface JsonPathTag {
  readonly expression: string
  readonly offset: number
  readonly braceEnd: number
  readonly next: number
}

/** The first `}}` outside quotes, or the first of all where a quote is left open: `$[?(@.a == "}}")]` keeps its string. */
function bracesAt(source: string, from: number, end: number): number {
  let quote = ''
  for (let at = from; at < end; at++) {
    const character = source[at] ?? ''
    if (quote !== '') {
      if (character === '\\') at++
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '}' && source[at + 1] === '}') return at
  }
  return source.indexOf('}}', from)
}

/** Reads `{{$…}}` whose inside begins at `from`; undefined where the tag is no JSONPath tag or never ends. */
export function jsonPathTagAt(source: string, from: number, end: number): JsonPathTag | undefined {
  const offset = skipSpace(source, from, end)
  if (source[offset] !== '$') return undefined
  const braces = bracesAt(source, offset, end)
  if (braces < 0 || braces + 2 > end) return undefined
  const strips = source[braces - 1] === '-' && braces - 1 > offset
  const textEnd = trimEndFrom(source, offset, strips ? braces - 1 : braces)
  const braceEnd = braces + 2
  return { expression: source.slice(offset, textEnd), offset, braceEnd, next: strips ? skipSpace(source, braceEnd, end) : braceEnd }
}
