import { isFunctionWord } from '../language/function-words.ts'
import { sentencesOf, wordsOf } from '../language/segment.ts'
import { stemOf } from '../language/stem.ts'
import { rankSentences } from '../skills/summarise/rank-sentences.ts'
import { amountsIn } from './amounts.ts'
import { emailsIn, phonesIn, urlsIn } from './contacts.ts'
import { datesIn } from './dates.ts'
import type { Found } from './found.ts'
import { identifiersIn } from './identifiers.ts'
import { companiesIn, peopleIn, placesIn } from './names.ts'

/** A kind of things that a text can hold several of, known by the words that ask for it. */
export interface Finder {
  readonly name: string
  readonly words: RegExp
  readonly find: (text: string) => readonly Pick<Found, 'text'>[]
}

function keywordsIn(text: string): readonly { readonly text: string }[] {
  const counts = new Map<string, { text: string; count: number }>()
  for (const { text: word } of wordsOf(text)) {
    if (isFunctionWord(word) || Array.from(word).length < 3 || /^\p{N}+$/u.test(word)) continue
    const entry = counts.get(stemOf(word)) ?? { text: word.toLowerCase(), count: 0 }
    counts.set(stemOf(word), { ...entry, count: entry.count + 1 })
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count).slice(0, 5)
}

const centralSentences = (text: string): readonly { readonly text: string }[] =>
  rankSentences(sentencesOf(text))
    .slice(0, 3)
    .toSorted((one, other) => one.index - other.index)

/** In order: the first whose words fit is meant. */
export const FINDERS: readonly Finder[] = [
  { name: 'e-mail', words: /\be ?mails?\b/u, find: emailsIn },
  { name: 'phone', words: /\b(?:phones?|telephones?|phone numbers?)\b/u, find: phonesIn },
  { name: 'link', words: /\b(?:urls?|links?|websites?)\b/u, find: urlsIn },
  { name: 'date', words: /\b(?:dates?|days|deadlines?)\b/u, find: datesIn },
  { name: 'amount', words: /\b(?:amounts?|prices?|costs?)\b/u, find: amountsIn },
  { name: 'code', words: /\b(?:order|invoice|ticket)s?|ids?\b|\b(?:codes?|references?|identifiers?)\b/u, find: identifiersIn },
  { name: 'name', words: /\b(?:people|persons?|names?|authors?|attendees|participants|customers?)\b/u, find: peopleIn },
  { name: 'company', words: /\b(?:compan(?:y|ies)|organi[sz]ations?)\b/u, find: companiesIn },
  { name: 'place', words: /\b(?:places?|cit(?:y|ies)|countries|locations?)\b/u, find: (text) => placesIn(text) },
  { name: 'keyword', words: /\b(?:keywords?|tags?|topics?|terms?)\b/u, find: keywordsIn },
  { name: 'sentence', words: /\bsentences\b/u, find: (text) => sentencesOf(text).map((sentence) => ({ text: sentence })) },
  { name: 'word', words: /\bwords\b/u, find: wordsOf },
  { name: 'point', words: /\b(?:points?|highlights?|facts?|takeaways?|summary|bullets?)\b/u, find: centralSentences },
]

export const finderFor = (words: string): Finder | undefined => FINDERS.find((finder) => finder.words.test(words))
