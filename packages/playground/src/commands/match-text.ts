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
const SCATTERED = 1

/** Letters scattered over a text are not what was meant; with a few of them it would be found everywhere. */
const LEAST_SCATTERED = 3

/** Whether the letters of a word stand in a text in their order, the first of them at the beginning of a word. */
function isScattered(word: string, text: string): boolean {
  if (word.length < LEAST_SCATTERED) return false
  const [first = '', ...rest] = word
  for (let at = ` ${text}`.indexOf(` ${first}`); at !== -1; at = ` ${text}`.indexOf(` ${first}`, at + 1)) {
    let place = at + 1
    if (
      rest.every((letter) => {
        place = text.indexOf(letter, place) + 1
        return place > 0
      })
    )
      return true
  }
  return false
}

function wordScore(word: string, text: string): number {
  if (text.startsWith(word)) return BEGINS_TEXT
  if (` ${text}`.includes(` ${word}`)) return BEGINS_WORD
  if (text.includes(word)) return INSIDE
  return isScattered(word, text) ? SCATTERED : 0
}

/**
 * How well a text fits what was typed; null where it does not. Every word typed must be in it, in whatever order; a word may be its
 * beginning, a part, or letters of it in their order. Both are `plainText`. The more of the text was typed, the better.
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
