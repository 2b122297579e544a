import { sentencesOf } from '../../language/segment.ts'
import { termsOf } from '../../language/terms.ts'

/** What a text does, as far as its form tells: it wants to know something, wants something done, or only says thanks. */
export interface SpeechForm {
  readonly isQuestion: boolean
  readonly isRequest: boolean
  readonly isThanks: boolean
}

const REQUEST =
  /^\W*(?:please\b|kindly\b|(?:can|could|may|might) (?:i|we)\b|(?:can|could|would|will) you (?:please )?(?!tell|say|ship|deliver|let me know|sell|have|offer)\p{L}+|i(?:'d| would|’d)? (?:like|want|need|wish) (?:to|you|a|my)\b|i(?:'d|’d) like\b|let'?s\b)/iu
const QUESTION_WORD =
  /^\W*(?:who|what|when|where|which|why|how|do|does|did|is|are|was|were|has|have|will|would|can|could|should|wer|was|wann|wo|wie|warum|qui|que|quand|où|comment|combien|qué|cómo|cuándo|dónde|cuánto)\b/iu
const TROUBLE: ReadonlySet<string> = new Set(['broken', 'whereabouts', 'money_back', 'complaint', 'bug', 'negative'])

/** The words with which a sentence tells what to do begin it: `Refund the duplicate`. */
export const startsWith = (sentence: string): string | null =>
  /^\W*(?:please\s+|kindly\s+|just\s+|now\s+)*(\p{L}+)/iu.exec(sentence)?.[1] ?? null

export function speechForm(text: string): SpeechForm {
  const sentences = sentencesOf(text)
  const isRequest = sentences.some((sentence) => REQUEST.test(sentence))
  const isQuestion =
    sentences.some((sentence) => /[?？؟]\W*$/u.test(sentence) && !REQUEST.test(sentence)) ||
    sentences.some((sentence) => QUESTION_WORD.test(sentence) && /[?？؟]/u.test(sentence) && !REQUEST.test(sentence))
  const concepts = new Set(termsOf(text).flatMap((term) => term.concepts))
  const isTroubled = [...concepts].some((concept) => TROUBLE.has(concept))
  return { isQuestion, isRequest, isThanks: concepts.has('thanks') && !isQuestion && !isRequest && !isTroubled }
}
