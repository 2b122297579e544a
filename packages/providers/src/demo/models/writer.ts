import { composeAnswer } from '../skills/compose-answer.ts'
import { refuseOverflow } from './context-limit.ts'
import { READING_PACE, type DemoModel } from './demo-model.ts'
import { refuseThinking } from './thinking.ts'

/** The default: small skills, done right, at a pace that can be read along. */
export const writer: DemoModel = {
  name: 'writer',
  take: (request) => {
    const error = refuseThinking(request) ?? refuseOverflow(request)
    return error === null ? { kind: 'answer', answer: composeAnswer(request).answer, pace: READING_PACE } : { kind: 'refused', error }
  },
}
