import { compareLimit } from '../compare-limit.ts'
import type { Evaluator } from '../evaluator.ts'

export const maxLatency: Evaluator<'max-latency'> = ({ maxLatencyMs }, { answer: { latencyMs } }) =>
  compareLimit(maxLatencyMs, { actual: latencyMs, of: { measure: 'latency' } })
