import { compareLimit } from '../compare-limit.ts'
import type { Evaluator } from '../evaluator.ts'

export const maxCost: Evaluator<'max-cost'> = ({ maxCostUsd }, { answer: { cost } }) =>
  compareLimit(maxCostUsd, {
    actual: cost === null || cost.source === 'unknown' ? null : cost.totalUsd,
    of: { measure: 'cost', source: cost?.source ?? 'unknown' },
  })
