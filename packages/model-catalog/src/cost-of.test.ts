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

describe('any usage at any price', () => {
  const count = fc.oneof(fc.integer({ min: -10, max: 400_000 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 0.4))
  /** A price list has at most six digits behind the point. */
  const rate = fc.integer({ min: 0, max: 60_000_000 }).map((millionths) => millionths / 1e12)
  const rates = fc.record(
    { inputUsd: rate, outputUsd: rate, cachedInputUsd: rate, cacheWriteUsd: rate },
    { requiredKeys: ['inputUsd', 'outputUsd'] },
  )
  const dated = { date: fc.constant('2026-11-21'), source: fc.constant('test') }
  const long = fc.tuple(fc.integer({ min: 1, max: 300_000 }), rates).map(([overInputTokens, at]) => Object.assign(at, { overInputTokens }))
  const prices: fc.Arbitrary<ModelPrice> = fc
    .tuple(rates, fc.record({ longContext: long, ...dated }, { requiredKeys: ['date', 'source'] }))
    .map(([base, more]) => Object.assign(base, more))
  const usages = fc
    .record({ input: count, output: count, cachedTokens: count, cacheWriteTokens: count })
    .map(({ input, output, ...cache }) => usage(input, output, cache))
  const total = (used: TokenUsage, at: ModelPrice): number => costOf(used, at).totalUsd ?? Number.NaN

  it('is unknown without a price, whatever was used', () => {
    fc.assert(
      fc.property(usages, (used) => {
        expect(costOf(used, null)).toEqual({ totalUsd: null, source: 'unknown' })
      }),
    )
  })

  it('costs at least nothing and at most every token at the highest rate', () => {
    fc.assert(
      fc.property(usages, prices, (used, at) => {
        const all = [at, at.longContext ?? at].flatMap((one) => [
          one.inputUsd,
          one.outputUsd,
          one.cachedInputUsd ?? 0,
          one.cacheWriteUsd ?? 0,
        ])
        expect(total(used, at)).toBeGreaterThanOrEqual(0)
        expect(total(used, at)).toBeLessThanOrEqual(800_000 * Math.max(...all) + 1e-9)
      }),
    )
  })

  it('bills each token of the input once: a cache at the price of input changes nothing', () => {
    fc.assert(
      fc.property(usages, prices, (used, { cachedInputUsd: _cached, cacheWriteUsd: _written, longContext: _long, ...plain }) => {
        const { cachedTokens: _read, cacheWriteTokens: _wrote, ...bare } = used
        expect(total(used, plain)).toBe(total(bare, plain))
        expect(total(used, { ...plain, cachedInputUsd: plain.inputUsd, cacheWriteUsd: plain.inputUsd })).toBe(total(bare, plain))
      }),
    )
  })

  it('never counts more read from a cache than went in, nor more written than is left', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(), fc.nat(), prices, (input, cachedTokens, cacheWriteTokens, at) => {
        const read = Math.min(cachedTokens, input)
        const written = Math.min(cacheWriteTokens, input - read)
        expect(total(usage(input, 0, { cachedTokens, cacheWriteTokens }), at)).toBe(
          total(usage(input, 0, { cachedTokens: read, cacheWriteTokens: written }), at),
        )
      }),
    )
  })

  it('has the prices of a long prompt above the bound, and the others up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), rates, rates, fc.nat(1000), (over, base, longer, output) => {
        const day = { date: '2026-11-21', source: 'test' }
        const at = { ...base, longContext: { overInputTokens: over, ...longer }, ...day }
        expect(total(usage(over, output), at)).toBe(total(usage(over, output), { ...base, ...day }))
        expect(total(usage(over + 1, output), at)).toBe(total(usage(over + 1, output), { ...longer, ...day }))
      }),
    )
  })
})
