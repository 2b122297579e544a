import { COUNT_PATTERN, readCount } from '../../language/read-count.ts'

/** How long a summary is to be. Absent limits are null. */
export interface SummaryLength {
  readonly sentences: number | null
  readonly words: number | null
  readonly isBulleted: boolean
}

const NUMBER = `(${COUNT_PATTERN})`
const SENTENCES = new RegExp(
  String.raw`\b${NUMBER}[\s-]+(?:\p{L}+\s+)?(?:sentences?|satz|sätzen?|phrases?|frases?|lines?|statements?)\b`,
  'iu',
)
const WORDS = new RegExp(String.raw`\b${NUMBER}[\s-]+(?:words?|wörtern?|wörter|mots|palabras)\b`, 'iu')
const BULLETS = new RegExp(
  String.raw`\b(?:${NUMBER}[\s-]+)?(?:\p{L}+\s+)?(?:bullet(?:[\s-]points?|s)?|key points?|main points?)(?![\p{L}])`,
  'iu',
)

const limit = (match: RegExpExecArray | null): number | null => (match?.[1] === undefined ? null : readCount(match[1]))

export function summaryLength(instruction: string): SummaryLength {
  const bullets = BULLETS.exec(instruction)
  return {
    sentences: limit(SENTENCES.exec(instruction)) ?? limit(bullets),
    words: limit(WORDS.exec(instruction)),
    isBulleted: /\bbullet/iu.test(instruction),
  }
}
