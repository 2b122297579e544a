import type { Piece } from './difference.ts'
import { align } from './sequence.ts'

/**
 * Spaces, escapes of JSON and of programs, emoji as they are joined, single characters of scripts that write no spaces, words, and any other character by itself.
 */
const WORDS =
  /\s+|\\(?:u[\da-fA-F]{4}|[a-z"\\/])|\p{Extended_Pictographic}(?:\u200D\p{Extended_Pictographic}|\p{M}|\p{Emoji_Modifier})*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}_\u200C\u200D]+|[^]/gu

export const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? []

/** The work that all lines of a comparison may take together: a square of differing words each. */
export interface WordBudget {
  work: number
}
export const wordBudget = (): WordBudget => ({ work: 1_000_000 })

/** More differing words than this make two lines two lines. */
const MOST_EDITS = 400

export interface WordDifference {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
  /** The share of both lines that is the same, from 0 to 1. */
  readonly likeness: number
}

/** Two lines word by word; null where that would take more than is left. */
export function compareWords(before: string, after: string, budget: WordBudget): WordDifference | null {
  const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(budget.work)))
  if (most < 8) return null
  const { stretches, isCoarse, edits } = align(wordsOf(before), wordsOf(after), most)
  budget.work -= isCoarse ? most * most : edits * edits
  if (isCoarse) return null
  const pieces = { before: [] as Piece[], after: [] as Piece[] }
  let same = 0
  for (const [at, stretch] of stretches.entries()) {
    if (!stretch.isSame) {
      add(pieces.before, stretch.removed.join(''), true)
      add(pieces.after, stretch.added.join(''), true)
      continue
    }
    const text = stretch.items.join('')
    // A space between two changed words is no rest for the eye.
    const isGap = text.trim() === '' && !text.includes('\n') && at > 0 && at < stretches.length - 1
    const isBridge =
      isGap && pieces.before.at(-1)?.isChanged === true && pieces.after.at(-1)?.isChanged === true && goesOn(stretches[at + 1])
    add(pieces.before, text, isBridge)
    add(pieces.after, text, isBridge)
    same += text.trim().length
  }
  const letters = before.replaceAll(/\s/g, '').length + after.replaceAll(/\s/g, '').length
  return { ...pieces, likeness: letters === 0 ? 1 : (2 * same) / letters }
}

const goesOn = (next: ReturnType<typeof align<string>>['stretches'][number] | undefined): boolean =>
  next?.isSame === false && next.removed.length > 0 && next.added.length > 0

function add(pieces: Piece[], text: string, isChanged: boolean): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last?.isChanged === isChanged) pieces[pieces.length - 1] = { text: last.text + text, isChanged }
  else pieces.push({ text, isChanged })
}
