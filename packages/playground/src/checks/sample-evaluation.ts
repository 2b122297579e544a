import type { CheckedAnswer } from './checked-answer.ts'
import type { Evaluation } from './evaluator.ts'

/** An answer as tests hold it against checks. */
export const sampleEvaluation = (answer: Partial<CheckedAnswer> = {}, rest: Partial<Omit<Evaluation, 'answer'>> = {}): Evaluation => ({
  answer: { text: '', toolCalls: [], usage: null, cost: null, latencyMs: null, ...answer },
  expected: null,
  judge: null,
  ...rest,
})
