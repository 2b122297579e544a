import { graphemesOf, paragraphsOf, sentencesOf, wordsOf } from '../../language/segment.ts'

/** A thing that can be counted, and how. */
export interface Unit {
  readonly one: string
  readonly many: string
  readonly pattern: RegExp
  readonly count: (text: string) => number
}

const matching = (pattern: RegExp) => (text: string) => graphemesOf(text).filter((grapheme) => pattern.test(grapheme)).length
const lines = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/u, '').split('\n'))

/** Characters are what a reader takes for one, not code units; letters, digits and vowels are characters of that kind. */
export const UNITS: readonly Unit[] = [
  { one: 'word', many: 'words', pattern: /\b(?:words?|wörter|mots|palabras)\b(?!\s*["“'‘])|字数/iu, count: (text) => wordsOf(text).length },
  {
    one: 'character',
    many: 'characters',
    pattern: /\b(?:char(?:acter)?s?|zeichen|caractères|caracteres)\b(?!\s*["“'‘])/iu,
    count: (text) => graphemesOf(text).length,
  },
  { one: 'letter', many: 'letters', pattern: /\b(?:letters|buchstaben|lettres|letras)\b/iu, count: matching(/\p{L}/u) },
  {
    one: 'sentence',
    many: 'sentences',
    pattern: /\b(?:sentences|sentence count|sätze|frases)\b/iu,
    count: (text) => sentencesOf(text).length,
  },
  { one: 'line', many: 'lines', pattern: /\b(?:lines|line count|zeilen|lignes|líneas)\b/iu, count: (text) => lines(text).length },
  {
    one: 'paragraph',
    many: 'paragraphs',
    pattern: /\bparagraphs?\b/iu,
    count: (text) => paragraphsOf(text).length,
  },
  { one: 'vowel', many: 'vowels', pattern: /\bvowels?\b/iu, count: matching(/^[aeiouäöüáéíóúàèìòùâêîôûæøå]/iu) },
  { one: 'digit', many: 'digits', pattern: /\bdigits?\b/iu, count: matching(/\p{Nd}/u) },
  { one: 'emoji', many: 'emojis', pattern: /\bemojis?\b/iu, count: matching(/\p{Extended_Pictographic}/u) },
]
