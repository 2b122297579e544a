import type { ModelPrice, TokenUsage } from '@vitrine/contracts'
import { costOf, sumUsd } from '@vitrine/model-catalog'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costSheet } from './cost-lines.ts'

const price: ModelPrice = {
  inputUsd: 0.15e-6,
  outputUsd: 0.6e-6,
  cachedInputUsd: 0.075e-6,
  date: '2026-11-21',
  source: 'list',
  longContext: { overInputTokens: 1000, inputUsd: 0.3e-6, outputUsd: 1.2e-6 },
}
const usage = (given: Partial<TokenUsage>): TokenUsage => ({
  inputTokens: 264,
  outputTokens: 40,
  totalTokens: 304,
  source: 'provider',
  ...given,
})

describe('costSheet', () => {
  it('multiplies each kind of token by its price', () => {
    const sheet = costSheet(usage({ cachedTokens: 100, reasoningTokens: 12 }), costOf(usage({ cachedTokens: 100 }), price), price)
    expect(sheet.lines).toEqual([
      { kind: 'input', tokens: 164, unitUsd: 0.15e-6, usd: 0.0000246 },
      { kind: 'inputCached', tokens: 100, unitUsd: 0.075e-6, usd: 0.0000075 },
      { kind: 'outputTokens', tokens: 40, unitUsd: 0.6e-6, usd: 0.000024 },
      { kind: 'ofWhichThinking', tokens: 12, unitUsd: null, usd: null },
    ])
    expect(sheet).toMatchObject({ totalUsd: 0.0000561, source: 'table', tableUsd: null, longFromTokens: null })
  })
  it('adds up to what the catalogue says, to the last digit', () => {
    const counts = fc.nat({ max: 5000 })
    fc.assert(
      fc.property(counts, counts, counts, counts, (inputTokens, outputTokens, cachedTokens, cacheWriteTokens) => {
        const used = usage({ inputTokens, outputTokens, cachedTokens, cacheWriteTokens })
        const sheet = costSheet(used, costOf(used, price), price)
        expect(sumUsd(sheet.lines.map(({ usd }) => usd ?? 0))).toBe(sheet.totalUsd)
      }),
    )
  })
  it('says where a long input has other prices', () => {
    const long = usage({ inputTokens: 2000 })
    const sheet = costSheet(long, costOf(long, price), price)
    expect(sheet.longFromTokens).toBe(1001)
    expect(sheet.lines[0]?.unitUsd).toBe(0.3e-6)
  })
  it('has unknown prices for a model without any, not zero', () => {
    const sheet = costSheet(usage({}), { totalUsd: null, source: 'unknown' }, null)
    expect(sheet.lines.map(({ unitUsd, usd }) => [unitUsd, usd])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(sheet.totalUsd).toBeNull()
  })
  it('keeps a reported total and sets the table beside it', () => {
    const sheet = costSheet(usage({}), { totalUsd: 0.5, source: 'gateway' }, price)
    expect(sheet).toMatchObject({ totalUsd: 0.5, source: 'gateway', tableUsd: 0.0000636 })
  })
  it('is silent about the table where both agree', () => {
    const agreed = costOf(usage({}), price).totalUsd
    expect(costSheet(usage({}), { totalUsd: agreed, source: 'provider' }, price).tableUsd).toBeNull()
  })
  it('knows no cost before one was told', () => {
    expect(costSheet(usage({}), null, price)).toMatchObject({ totalUsd: null, source: 'unknown' })
  })
})
