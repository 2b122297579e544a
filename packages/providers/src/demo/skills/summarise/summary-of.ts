import { sentencesOf, wordsOf } from '../../language/segment.ts'
import { rankSentences, type RankedSentence } from './rank-sentences.ts'
import type { SummaryLength } from './summary-length.ts'
import { withoutLabels } from './without-labels.ts'

export interface Summary {
  readonly text: string
  readonly picked: readonly RankedSentence[]
  readonly ranked: readonly RankedSentence[]
  /** A sentence had to be cut off to keep to the words asked for. */
  readonly isCut: boolean
}

const DEFAULT_SHARE = 3
const DEFAULT_MOST = 3
const countWords = (text: string): number => wordsOf(text).length

/** The first words of a text, with a sign that there was more. */
export function firstWords(text: string, count: number): string {
  const words = wordsOf(text)
  const last = words[count - 1]
  return last === undefined || words.length <= count ? text : `${text.slice(0, last.at + last.text.length)}…`
}

/**
 * Picks the most central sentences of a text and gives them in the order of the text, unchanged but for the name of a form's line; a
 * sentence is cut only where not even one fits into the words allowed. Without a length: a third of the sentences, from one to three.
 */
export function summaryOf(text: string, length: SummaryLength): Summary {
  const ranked = rankSentences(sentencesOf(withoutLabels(text)))
  const most =
    length.sentences ?? (length.words === null ? Math.min(DEFAULT_MOST, Math.ceil(ranked.length / DEFAULT_SHARE)) : ranked.length)
  const room = length.words ?? Number.POSITIVE_INFINITY
  const picked: RankedSentence[] = []
  // With words to save, a side remark that happens to be short is no summary.
  const least = length.words === null ? 0 : (ranked[0]?.score ?? 0) / 2
  let used = 0
  for (const sentence of ranked) {
    if (picked.length >= most) break
    const words = countWords(sentence.text)
    if (used + words > room || sentence.score < least) continue
    picked.push(sentence)
    used += words
  }
  const [best] = ranked
  const isCut = picked.length === 0 && best !== undefined && most > 0
  if (isCut) picked.push({ ...best, text: firstWords(best.text, room) })
  picked.sort((one, other) => one.index - other.index)
  const sentences = picked.map((sentence) => sentence.text)
  return {
    text: length.isBulleted
      ? sentences.map((sentence) => `- ${sentence.replace(/^(?:[-*•]|\d+[.)])\s+/u, '')}`).join('\n')
      : sentences.join(' '),
    picked,
    ranked,
    isCut,
  }
}
