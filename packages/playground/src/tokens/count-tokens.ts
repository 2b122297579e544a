import { splitRuns } from './split-runs.ts'
import type { TokenCount } from './token-count.ts'

/** Counts a text with an encoder; names of special tokens in it are text like any other. */
export function countTokens(text: string, encodedLength: (text: string) => number): TokenCount {
  const pieces = splitRuns(text)
  return { tokens: pieces.reduce((sum, piece) => sum + (piece === '' ? 0 : encodedLength(piece)), 0), isExact: pieces.length === 1 }
}
