/** A text as it is searched: without accents, case and signs, words apart by one space. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const BEGINS_TEXT = 6
const BEGINS_WORD = 5
const INSIDE = 3
const MISTYPED = 2
const BEGINNINGS = 1

/** Shorter words are too like each other. */
const LEAST_MISTYPED = 4
const LEAST_BEGINNINGS = 2

/** Whether one letter too many, too few, wrong, or two that changed places keep a word from beginning like another. */
function isMistyped(typed: string, word: string): boolean {
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at += 1
  const rest = typed.slice(at + 1)
  return (
    at > 0 &&
    (word.startsWith(rest, at + 1) ||
      word.startsWith(rest, at) ||
      word.startsWith(typed.slice(at), at + 1) ||
      (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2)))
  )
}

/** Whether what was typed is made of the beginnings of words, in their order: `rac` of “run all cases”, `rufa` of “run the failed”. */
function isOfBeginnings(typed: string, words: readonly string[]): boolean {
  /** Which numbers of its letters the words so far can account for. */
  const reached = new Set([0])
  for (const word of words)
    for (let from = typed.length; from >= 0; from -= 1) {
      if (!reached.has(from)) continue
      for (let at = 0; at < word.length && word[at] === typed[from + at]; at += 1) reached.add(from + at + 1)
    }
  return reached.has(typed.length)
}

function wordScore(typed: string, text: string): number {
  if (text.startsWith(typed)) return BEGINS_TEXT
  if (` ${text}`.includes(` ${typed}`)) return BEGINS_WORD
  if (text.includes(typed)) return INSIDE
  const words = text.split(' ')
  if (typed.length >= LEAST_MISTYPED && words.some((word) => isMistyped(typed, word))) return MISTYPED
  return typed.length >= LEAST_BEGINNINGS && typed.length <= words.length * 3 && isOfBeginnings(typed, words) ? BEGINNINGS : 0
}

/** Whether a text was found by beginnings of its words alone. */
export const isGuess = (score: number): boolean => score < MISTYPED

/**
 * How well a text fits what was typed; null where it does not. Every word typed must be in it, in whatever order; a word may be its
 * beginning, a part, mistyped by one letter, or made of the beginnings of several. Both are `plainText`. The more of the text was typed,
 * the better.
 */
export function matchScore(query: string, text: string): number | null {
  const words = query.split(' ').filter(Boolean)
  let score = 0
  for (const word of words) {
    const one = wordScore(word, text)
    if (one === 0) return null
    score += one
  }
  return words.length === 0 ? 0 : score / words.length + (text === query ? 2 : query.length / (text.length + query.length))
}
