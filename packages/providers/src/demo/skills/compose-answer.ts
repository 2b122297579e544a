import type { Answer } from '../answer/answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import { readTask } from '../task/read-task.ts'
import { answerText } from './answer-text.ts'
import type { Draft, Step } from './draft.ts'

export interface ComposedAnswer {
  readonly answer: Answer
  readonly steps: readonly Step[]
}

const fromDraft = ({ text, steps, choicePoints }: Draft): ComposedAnswer => ({ answer: { text, choicePoints: choicePoints ?? [] }, steps })

/** What the writer has to say to a request, and how it came to it. */
export function composeAnswer(request: ChatRequest): ComposedAnswer {
  return fromDraft(answerText(readTask(request.messages, request.seed)))
}
