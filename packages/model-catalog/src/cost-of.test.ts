import type { ModelPrice, TokenUsage } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf } from './cost-of.ts'
import { sumUsd } from './usd.ts'

const usage = (inputTokens: number, outputTokens: number, more: Partial<TokenUsage> = {}): TokenUsage => ({
  inputTokens,
  outputTokens,
  totalTokens: inputTokens + outputTokens,
  source: 'provider',
  ...more,
})
const price: ModelPrice = { inputUsd: 0.15e-6, outputUsd: 0.6e-6, cachedInputUsd: 0.075e-6, date: '2026-11-21', source: 'test' }

describe('the cost of a call', () => {
  it('is right to the last digit', () => {
    expect(costOf(usage(17, 9), price)).toEqual({
      totalUsd: 0.00000795,
      promptUsd: 0.00000255,
      completionUsd: 0.0000054,
      source: 'table',
      priceDate: '2026-11-21',
    })
  })

  it('bills cached and written tokens at their own prices, once', () => {
    const written = { ...price, cacheWriteUsd: 0.1875e-6 }
    expect(costOf(usage(1000, 0, { cachedTokens: 400, cacheWriteTokens: 100 }), written).totalUsd).toBe(
      sumUsd([500 * 0.15e-6, 400 * 0.075e-6, 100 * 0.1875e-6]),
    )
  })

  it('falls back to the input price where a cache price is unknown', () => {
    const plain: ModelPrice = { inputUsd: 2e-6, outputUsd: 8e-6, date: '2026-11-21', source: 'test' }
    expect(costOf(usage(1000, 0, { cachedTokens: 600, cacheWriteTokens: 200 }), plain).totalUsd).toBe(0.002)
  })

  it('counts reasoning as the output it is part of', () => {
    expect(costOf(usage(0, 100, { reasoningTokens: 80 }), price).totalUsd).toBe(costOf(usage(0, 100), price).totalUsd)
  })

  it('is unknown, not zero, without a price', () => {
    expect(costOf(usage(1000, 1000), null)).toEqual({ totalUsd: null, source: 'unknown' })
  })

  it('takes the prices of long prompts for the whole call once the input is longer', () => {
    const tiered: ModelPrice = { ...price, longContext: { overInputTokens: 1000, inputUsd: 0.3e-6, outputUsd: 0.9e-6 } }
    expect(costOf(usage(1000, 10), tiered).totalUsd).toBe(0.000156)
    expect(costOf(usage(1001, 10, { cachedTokens: 1 }), tiered).totalUsd).toBe(0.0003093)
  })
})

describe('usage that cannot be', () => {
  it('is read as the nearest that can', () => {
    expect(costOf(usage(-5, Number.NaN), price).totalUsd).toBe(0)
    expect(costOf(usage(Number.POSITIVE_INFINITY, 0), price).totalUsd).toBe(0)
    expect(costOf(usage(100, 0, { cachedTokens: 5000 }), price).totalUsd).toBe(0.0000075)
    expect(costOf(usage(100, 0, { cachedTokens: 60, cacheWriteTokens: 5000 }), price).totalUsd).toBe(0.0000105)
    expect(costOf(usage(100, 0, { cachedTokens: -60 }), price).totalUsd).toBe(0.000015)
  })

  it('never makes a cost negative or more than all tokens at the highest price', () => {
    const count = fc.oneof(fc.integer({ min: -10, max: 300_000 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.4))
    fc.assert(
      fc.property(count, count, count, count, (input, output, cachedTokens, cacheWriteTokens) => {
        const { totalUsd } = costOf(usage(input, output, { cachedTokens, cacheWriteTokens }), price)
        expect(totalUsd).toBeGreaterThanOrEqual(0)
        expect(totalUsd).toBeLessThanOrEqual(600_000 * 0.6e-6)
      }),
    )
  })
})

describe('sums', () => {
  const tokens = fc.integer({ min: 0, max: 2_000_000 })
  const calls = fc.array(fc.record({ input: tokens, output: tokens, share: fc.integer({ min: 0, max: 100 }) }), { maxLength: 50 })

  it('of calls are the cost of the tokens together, to the last digit', () => {
    fc.assert(
      fc.property(calls, (rows) => {
        const used = rows.map(({ input, output, share }) => usage(input, output, { cachedTokens: Math.floor((input * share) / 100) }))
        const together = used.reduce(
          (sum, one) =>
            usage(sum.inputTokens + one.inputTokens, sum.outputTokens + one.outputTokens, {
              cachedTokens: (sum.cachedTokens ?? 0) + (one.cachedTokens ?? 0),
            }),
          usage(0, 0),
        )
        expect(sumUsd(used.map((one) => costOf(one, price).totalUsd ?? 0))).toBe(costOf(together, price).totalUsd)
      }),
    )
  })

  it('of prompt and completion are the total', () => {
    fc.assert(
      fc.property(tokens, tokens, (input, output) => {
        const { totalUsd, promptUsd = 0, completionUsd = 0 } = costOf(usage(input, output), price)
        expect(sumUsd([promptUsd, completionUsd])).toBe(totalUsd)
      }),
    )
  })

  it('do not drift', () => {
    expect(sumUsd(Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(sumUsd([])).toBe(0)
  })
})
