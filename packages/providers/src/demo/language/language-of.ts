import { FUNCTION_WORDS } from './function-words.data.ts'
import { wordsOf } from './segment.ts'
import { foldWord } from './stem.ts'

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'japanese'],
  [/\p{Script=Hangul}/u, 'korean'],
  [/\p{Script=Han}/u, 'chinese'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Devanagari}/u, 'hindi'],
  [/[іїєґ]/iu, 'ukrainian'],
  [/\p{Script=Cyrillic}/u, 'russian'],
]
export const LANGUAGE_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    german: 'de',
    french: 'fr',
    spanish: 'es',
    italian: 'it',
    dutch: 'nl',
    portuguese: 'pt',
    japanese: 'ja',
    korean: 'ko',
    chinese: 'zh',
    greek: 'el',
    hebrew: 'he',
    arabic: 'ar',
    thai: 'th',
    hindi: 'hi',
    ukrainian: 'uk',
    russian: 'ru',
  }),
)
const WORD_SETS = Object.entries(FUNCTION_WORDS).map(([language, words]) => ({ language, words: new Set(words.split(' ').map(foldWord)) }))

/** The language of a text in English (`german`), by its script or by its most frequent small words; null where neither tells. */
export function languageOf(text: string): string | null {
  const script = SCRIPTS.find(([pattern]) => pattern.test(text))
  if (script !== undefined) return script[1]
  const folded = wordsOf(text).map((word) => foldWord(word.text))
  const hits = WORD_SETS.map(({ language, words }) => ({ language, count: folded.filter((word) => words.has(word)).length }))
  const [best, second] = hits.toSorted((one, other) => other.count - one.count)
  return best === undefined || best.count === 0 || best.count === second?.count ? null : best.language
}
