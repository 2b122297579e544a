import { FUNCTION_WORDS } from './function-words.data.ts'
import { foldWord } from './stem.ts'

const all = new Set(Object.values(FUNCTION_WORDS).flatMap((list) => list.split(' ').map(foldWord)))

/** Whether a word says little about what a text is about. */
export const isFunctionWord = (word: string): boolean => all.has(foldWord(word))
