/** A block that is longer is shown as it is written: the time to parse some grows with the square of their length. UTF-16 units. */
const LONGEST = 12_000
const LONGEST_CODE = 60_000
/** So many signs of emphasis or cells of a table in one block are no text for people. */
const MOST_MARKS = 800
const MOST_CELLS = 1_200

const DEEP_LINE = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){10}/m
const DEEP_LIST = /^[ \t]{32,}(?:[-+*]|\d{1,9}[.)])[ \t]/m
const FENCE = /^ {0,3}(?:```|~~~)/

/** Whether quotes or lists stand in each other deeper than anybody reads, and than a parser can go. */
export const isTooDeep = (text: string): boolean => DEEP_LINE.test(text) || DEEP_LIST.test(text)

const count = (text: string, pattern: RegExp): number => (text.match(pattern) ?? []).length

/** Whether a block is better shown as it is written. */
export function isTooMuch(block: string): boolean {
  if (FENCE.test(block)) return block.length > LONGEST_CODE
  return (
    block.length > LONGEST ||
    isTooDeep(block) ||
    count(block, /[*_~`[]/g) > MOST_MARKS ||
    (block.includes('|') && count(block, /\|/g) > MOST_CELLS)
  )
}
