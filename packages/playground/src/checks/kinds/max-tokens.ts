import { compareLimit } from '../compare-limit.ts'
import type { Evaluator } from '../evaluator.ts'

const FIELDS = { output: 'outputTokens', input: 'inputTokens', total: 'totalTokens' } as const

export const maxTokens: Evaluator<'max-tokens'> = ({ maxTokens: limit, count = 'output' }, { answer: { usage } }) =>
  compareLimit(limit, {
    actual: usage?.[FIELDS[count]] ?? null,
    of: { measure: 'tokens', count },
    isEstimate: usage?.source === 'estimate',
  })
