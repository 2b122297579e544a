import { wordsOf } from '../../language/segment.ts'
import { quotesIn } from '../../task/quotes.ts'

/** What is looked for: as a whole word, or wherever its characters stand. */
export interface Needle {
  readonly text: string
  readonly isWord: boolean
  readonly isCaseSensitive: boolean
}

const SEARCHED = [
  /\b(?:the )?(letter|character|word) (?!count\b|in\b|of\b|is\b|are\b)([^\s"“”'?.!,]+)(?= in\b| occur| appear| show|\s*[?.!,:…]|\s*$)/iu,
  /\bhow many (\p{L})['’]?s\b/iu,
  /\bcount (?:all |the |every )?(\p{L})['’]s\b/iu,
  /\bhow (?:many times|often) (?:does|do|did|is|are) (?:the )?(?:(word|letter|character|phrase) )?["“'‘]?([^"”'’?]+?)["”'’]? (?:occur|appear|show|used|come|found|mentioned|repeated)/iu,
  /\boccurrences? of (?:the )?(?:(word|letter|character|phrase) )?([^\s"“”'?.!,]+)/iu,
] as const

/** Reads what is to be looked for out of an instruction; null where it asks for no occurrences. */
export function needleOf(instruction: string): Needle | null {
  const isCaseSensitive = /\bcase[- ]sensitive/iu.test(instruction)
  const isSearch =
    /\b(?:times|often|occurrences?|occurs?|appears?)\b|\b(?:letter|character|word|phrase)s? ["“'‘]|\p{L}['’]s\b|\bcount (?:the )?["“]/iu.test(
      instruction,
    )
  const quote = quotesIn(instruction)[0]
  if (quote !== undefined && isSearch) return { text: quote.text, isWord: /\bword\s*["“'‘]/iu.test(instruction), isCaseSensitive }
  for (const pattern of SEARCHED) {
    const match = pattern.exec(instruction)
    const text = match?.at(-1)
    if (match !== null && text !== undefined && text !== '…')
      return { text, isWord: match[1]?.toLowerCase() === 'word' && match.length > 2, isCaseSensitive }
  }
  return null
}

/** How often the needle stands in a text; overlapping places count once. */
export function countOccurrences(text: string, needle: Needle): number {
  const fold = (part: string): string => (needle.isCaseSensitive ? part.normalize('NFC') : part.normalize('NFC').toLowerCase())
  const sought = fold(needle.text)
  if (sought === '') return 0
  if (needle.isWord) return wordsOf(text).filter((word) => fold(word.text) === sought).length
  return fold(text).split(sought).length - 1
}
