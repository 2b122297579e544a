import type { ChatRequest } from '../chat-request.ts'
import { composeAnswer } from '../skills/compose-answer.ts'
import type { Step } from '../skills/draft.ts'
import { tokensOf } from '../tokens.ts'
import { refuseOverflow } from './context-limit.ts'
import { READING_PACE, type DemoModel } from './demo-model.ts'
import { isThinking, refuseSampling } from './thinking.ts'

const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['minimal', 1],
  ['low', 1],
  ['medium', 2],
  ['high', 3],
  ['xhigh', 3],
])

/** The steps of the method that really made the answer, down to the depth that the effort asks for. */
function thoughts(request: ChatRequest, steps: readonly Step[]): string {
  const depth = DEPTHS.get(request.effort ?? 'medium') ?? 2
  const text = steps
    .filter((step) => step.depth <= depth)
    .map((step) => step.text)
    .join('\n')
  return request.thinkingBudget === null ? text : tokensOf(text).slice(0, request.thinkingBudget).join('')
}

/** The writer, thinking aloud first. */
export const thinker: DemoModel = {
  name: 'thinker',
  take: (request) => {
    const error = refuseSampling(request) ?? refuseOverflow(request)
    if (error !== null) return { kind: 'refused', error }
    const { answer, steps } = composeAnswer(request)
    if (!isThinking(request)) return { kind: 'answer', answer, pace: READING_PACE }
    return { kind: 'answer', answer: { ...answer, reasoning: thoughts(request, steps) }, pace: READING_PACE }
  },
}
