import type { Answer } from '../answer/answer.ts'
import type { ChatRequest } from '../chat-request.ts'
import type { Step } from './draft.ts'
import { genericAnswer } from './generic-answer.ts'

export interface ComposedAnswer {
  readonly answer: Answer
  readonly steps: readonly Step[]
}

export function composeAnswer(request: ChatRequest): ComposedAnswer {
  return { answer: genericAnswer(request), steps: [{ depth: 1, text: 'None of my skills fits, so I say what I am.' }] }
}
