import { genericAnswer } from '../skills/generic-answer.ts'
import { READING_PACE, type DemoModel } from './demo-model.ts'

export const writer: DemoModel = {
  name: 'writer',
  take: (request) => ({ kind: 'answer', answer: genericAnswer(request), pace: READING_PACE }),
}
