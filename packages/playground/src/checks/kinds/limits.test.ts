import type { Cost, TokenUsage } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { evaluateCheck } from '../evaluate-check.ts'
import { sampleEvaluation } from '../sample-evaluation.ts'

const usage: TokenUsage = { inputTokens: 40, outputTokens: 10, totalTokens: 50, source: 'provider' }
const cost: Cost = { totalUsd: 0.0004, source: 'table' }

describe('max-tokens', () => {
  it.each([
    [undefined, 10, 'output', 10],
    ['output', 9, 'output', 10],
    ['input', 40, 'input', 40],
    ['total', 49, 'total', 50],
  ] as const)('counts %s tokens up to %d', async (count, maxTokens, counted, actual) => {
    const check = { type: 'max-tokens', maxTokens, ...(count === undefined ? {} : { count }) } as const
    expect(await evaluateCheck(check, sampleEvaluation({ usage }))).toEqual({
      outcome: actual <= maxTokens ? 'pass' : 'fail',
      reason: {
        code: actual <= maxTokens ? 'within' : 'over',
        limit: maxTokens,
        actual,
        of: { measure: 'tokens', count: counted },
      },
    })
  })

  it('is unknown where nobody reported tokens, and where they are only estimated', async () => {
    const check = { type: 'max-tokens', maxTokens: 1000 } as const
    expect(await evaluateCheck(check, sampleEvaluation())).toEqual({
      outcome: 'unknown',
      reason: { code: 'not-reported', measure: 'tokens' },
    })
    expect(await evaluateCheck(check, sampleEvaluation({ usage: { ...usage, source: 'estimate' } }))).toEqual({
      outcome: 'unknown',
      reason: { code: 'only-estimated', limit: 1000, actual: 10, of: { measure: 'tokens', count: 'output' } },
    })
  })
})

describe('max-cost', () => {
  it('compares dollars, and says whose figure it is', async () => {
    expect(await evaluateCheck({ type: 'max-cost', maxCostUsd: 0.0004 }, sampleEvaluation({ cost }))).toEqual({
      outcome: 'pass',
      reason: { code: 'within', limit: 0.0004, actual: 0.0004, of: { measure: 'cost', source: 'table' } },
    })
    expect(await evaluateCheck({ type: 'max-cost', maxCostUsd: 0.0003 }, sampleEvaluation({ cost }))).toMatchObject({
      outcome: 'fail',
      reason: { code: 'over' },
    })
  })

  it.each([null, { totalUsd: null, source: 'unknown' }, { totalUsd: 0, source: 'unknown' }] as const)(
    'is unknown where the cost is %j, however much is allowed',
    async (unknownCost) => {
      expect(await evaluateCheck({ type: 'max-cost', maxCostUsd: 1e9 }, sampleEvaluation({ cost: unknownCost }))).toEqual({
        outcome: 'unknown',
        reason: { code: 'not-reported', measure: 'cost' },
      })
    },
  )

  it('lets a free answer pass', async () => {
    const free: Cost = { totalUsd: 0, source: 'provider' }
    expect(await evaluateCheck({ type: 'max-cost', maxCostUsd: 0 }, sampleEvaluation({ cost: free }))).toMatchObject({ outcome: 'pass' })
  })
})

describe('max-latency', () => {
  it('compares milliseconds', async () => {
    const check = { type: 'max-latency', maxLatencyMs: 1200 } as const
    expect(await evaluateCheck(check, sampleEvaluation({ latencyMs: 1200 }))).toMatchObject({ outcome: 'pass' })
    expect(await evaluateCheck(check, sampleEvaluation({ latencyMs: 1200.5 }))).toMatchObject({ outcome: 'fail', reason: { code: 'over' } })
  })

  it('is unknown where the end was not seen', async () => {
    for (const latencyMs of [null, Number.NaN]) {
      expect(await evaluateCheck({ type: 'max-latency', maxLatencyMs: 1200 }, sampleEvaluation({ latencyMs }))).toEqual({
        outcome: 'unknown',
        reason: { code: 'not-reported', measure: 'latency' },
      })
    }
  })
})

describe('a limit that is none', () => {
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('is the check’s fault: %d', async (limit) => {
    const evaluation = sampleEvaluation({ usage, cost, latencyMs: 5 })
    const checks = [
      { type: 'max-tokens', maxTokens: limit },
      { type: 'max-cost', maxCostUsd: limit },
      { type: 'max-latency', maxLatencyMs: limit },
    ] as const
    for (const check of checks) {
      expect(await evaluateCheck(check, evaluation)).toEqual({ outcome: 'error', reason: { code: 'bad-limit' } })
    }
  })
})
