import { stemOf } from '../../language/stem.ts'
import { wordsOf } from '../../language/segment.ts'
import { quotesIn } from '../../task/quotes.ts'
import type { Option } from '../../task/option-lines.ts'

const ASKED =
  /\b(?:mentions?|mentioned|contains?|includes?|names?|says?|uses?)\s+(?:the\s+)?(?:words?\s+|phrase\s+|name\s+)?(?:an?\s+)?([^?.!\n:,]+)/iu
const YES = /^(?:yes|true|ja|oui|sí|y)$/iu
const NO = /^(?:no|false|nein|non|n)$/iu

export const isYesOrNo = (options: readonly Option[]): boolean => options.every(({ label }) => YES.test(label) || NO.test(label))

/** The one question with yes and no that words alone can answer: whether a text mentions something. Null for every other. */
export function answerMention(
  question: string,
  text: string,
  options: readonly Option[],
): { readonly option: Option; readonly sought: string } | null {
  const asked = ASKED.exec(question)?.[1]
  if (asked === undefined) return null
  const sought = (quotesIn(asked)[0]?.text ?? asked.replace(/["“”']/gu, '')).trim()
  const wanted = wordsOf(sought).map((word) => stemOf(word.text))
  const stems = wordsOf(text).map((word) => stemOf(word.text))
  if (wanted.length === 0) return null
  const isThere = stems.some((_, start) => wanted.every((stem, offset) => stems[start + offset] === stem))
  const option = options.find(({ label }) => (isThere ? YES : NO).test(label))
  return option === undefined ? null : { option, sought }
}
