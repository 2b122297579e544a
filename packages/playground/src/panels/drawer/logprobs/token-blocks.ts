import type { Token } from './tokens.ts'

/** Tokens that are drawn together. *Shape*: never empty. */
export interface TokenBlock {
  readonly from: number
  readonly tokens: readonly Token[]
  /** It is the first of its part, and there is a part before. */
  readonly beginsPart: boolean
}

/** A line's end ends a block of this size; without one it goes on. */
const ENOUGH = 60
/** So many are drawn at once at the most. */
const MOST = 400
/** Where no line ends a sentence may, this near to the end. */
const BACK = 120

/** Cuts tokens into blocks, where possible at the ends of lines, so that the cuts are not seen. */
export function blocksOf(tokens: readonly Token[]): readonly TokenBlock[] {
  const blocks: TokenBlock[] = []
  let from = 0
  while (from < tokens.length) {
    const end = endOf(tokens, from)
    const part = tokens[from]?.part
    blocks.push({ from, tokens: tokens.slice(from, end), beginsPart: from > 0 && tokens[from - 1]?.part !== part })
    from = end
  }
  return blocks
}

function endOf(tokens: readonly Token[], from: number): number {
  const part = tokens[from]?.part
  const limit = Math.min(tokens.length, from + MOST)
  for (let at = from; at < limit; at += 1) {
    const token = tokens[at]
    if (token?.part !== part) return at
    if (at - from >= ENOUGH && token?.text.includes('\n')) return at + 1
  }
  if (limit === tokens.length) return limit
  return cutBefore(tokens, limit, /[.!?。！？؟]\s*$/u) ?? cutBefore(tokens, limit, /\s$/u) ?? limit
}

/** After the last token near the limit that ends so. */
function cutBefore(tokens: readonly Token[], limit: number, ending: RegExp): number | null {
  for (let at = limit - 1; at >= limit - BACK; at -= 1) if (ending.test(tokens[at]?.text ?? '')) return at + 1
  return null
}

/** The number of the block that holds a token. */
export const blockAt = (blocks: readonly TokenBlock[], at: number): number => blocks.findLastIndex(({ from }) => from <= at)
