import { CONCEPTS } from './concepts.data.ts'
import { isFunctionWord } from './function-words.ts'
import { wordsOf } from './segment.ts'
import { foldWord, stemOf } from './stem.ts'

/** A word of a text that says something, or the meanings that it or the phrase it begins stands for. */
export interface Term {
  readonly word: string
  readonly stem: string
  /** Names of meanings from the table. */
  readonly concepts: readonly string[]
  /** A function word counts only for its meanings: `where`, say. */
  readonly isContent: boolean
}

interface Phrase {
  readonly stems: readonly string[]
  readonly concept: string
}

const phrasesByStart = new Map<string, Phrase[]>()
for (const [concept, phrases] of Object.entries(CONCEPTS)) {
  for (const phrase of phrases) {
    const stems = phrase.split(' ').map(stemOf)
    const start = stems[0] ?? ''
    phrasesByStart.set(start, [...(phrasesByStart.get(start) ?? []), { stems, concept }])
  }
}

const NEGATION = new Set([
  'not',
  'no',
  'never',
  'isnt',
  'wasnt',
  'dont',
  'doesnt',
  'didnt',
  'wont',
  'cant',
  'arent',
  'nicht',
  'kein',
  'keine',
  'pas',
  'nunca',
])
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['positive', 'negative'],
  ['negative', 'positive'],
  ['urgent', 'patient'],
])

/** The terms of a text in order. A negation just before turns what is good into bad, bad into good, urgent into patient. */
export function termsOf(text: string): readonly Term[] {
  const words = wordsOf(text)
  const folded = words.map((word) => foldWord(word.text))
  const stems = words.map((word) => stemOf(word.text))
  return words.map(({ text: word }, index) => {
    const stem = stems[index] ?? ''
    const phrases = phrasesByStart.get(stem) ?? []
    const isNegated = folded.slice(Math.max(0, index - 2), index).some((before) => NEGATION.has(before))
    const concepts = phrases
      .filter(({ stems: wanted }) => wanted.every((part, offset) => stems[index + offset] === part))
      .map(({ concept }) => (isNegated ? (OPPOSITES.get(concept) ?? concept) : concept))
    return { word, stem, concepts: [...new Set(concepts)], isContent: !isFunctionWord(word) }
  })
}
