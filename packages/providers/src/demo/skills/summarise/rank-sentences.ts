import { isFunctionWord } from '../../language/function-words.ts'
import { wordsOf } from '../../language/segment.ts'
import { stemOf } from '../../language/stem.ts'

export interface RankedSentence {
  readonly text: string
  /** Its place in the text, from 0. */
  readonly index: number
  readonly score: number
}

const contentStems = (sentence: string): readonly string[] =>
  wordsOf(sentence)
    .filter(({ text }) => !isFunctionWord(text) && !/\p{N}/u.test(text))
    .map(({ text }) => stemOf(text))

/** A word that occurs once says little of what the whole is about. */
const ONCE = 0.25
/** Where the words decide nothing, people say first what they write for. */
const FIRST = 0.3

/**
 * How central each sentence is: the mean frequency, in the whole text, of the words it uses. Very short sentences are held back, for
 * one frequent word would carry them; of sentences that are nearly level the earlier is the more central.
 */
export function rankSentences(sentences: readonly string[]): readonly RankedSentence[] {
  const stems = sentences.map(contentStems)
  const frequencies = new Map<string, number>()
  for (const stem of stems.flat()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
  const weightOf = (stem: string): number => {
    const frequency = frequencies.get(stem) ?? 0
    return frequency > 1 ? frequency : ONCE
  }
  return sentences
    .map((text, index) => {
      const own = [...new Set(stems[index] ?? [])]
      const sum = own.reduce((total, stem) => total + weightOf(stem), 0)
      return { text, index, score: sum / Math.max(own.length, 4) + FIRST * (1 - index / sentences.length) }
    })
    .toSorted((one, other) => other.score - one.score || one.index - other.index)
}
