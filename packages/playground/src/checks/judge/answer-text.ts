import type { CheckedAnswer } from '../checked-answer.ts'

/** What of an answer is judged: calls of tools are an answer too, and often the whole of it. */
export const answerText = ({ text, toolCalls }: Pick<CheckedAnswer, 'text' | 'toolCalls'>): string =>
  text === '' && toolCalls.length > 0 ? JSON.stringify(toolCalls) : text
