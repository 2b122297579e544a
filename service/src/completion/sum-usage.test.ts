import type { Cost, TokenUsage } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { addCost, addUsage } from './sum-usage.ts'

const usage = (changes: Partial<TokenUsage> = {}): TokenUsage => ({
  inputTokens: 10,
  outputTokens: 2,
  totalTokens: 12,
  source: 'provider',
  ...changes,
})

describe('addUsage', () => {
  it('adds what both report, and keeps what only one knows', () => {
    expect(addUsage(usage({ cachedTokens: 4 }), usage({ cachedTokens: 1, reasoningTokens: 2 }))).toEqual({
      inputTokens: 20,
      outputTokens: 4,
      totalTokens: 24,
      cachedTokens: 5,
      reasoningTokens: 2,
      source: 'provider',
    })
  })

  it('is an estimate where one of them is', () => {
    expect(addUsage(usage({ source: 'estimate' }), usage())?.source).toBe('estimate')
    expect(addUsage(usage(), usage({ source: 'estimate' }))?.source).toBe('estimate')
  })

  it('takes the one that there is', () => {
    expect([addUsage(null, usage()), addUsage(usage(), null), addUsage(null, null)]).toEqual([usage(), usage(), null])
  })
})

describe('addCost', () => {
  const table: Cost = { totalUsd: 0.1, promptUsd: 0.04, completionUsd: 0.06, source: 'table', priceDate: '2026-11-01' }

  it('adds without the noise of binary fractions', () => {
    expect(addCost(table, { totalUsd: 0.2, source: 'table' })).toEqual({ totalUsd: 0.3, source: 'table' })
  })

  it('keeps a single one to the last field', () => {
    expect(addCost(null, table)).toBe(table)
  })

  it('is unknown where one of them is, and never less', () => {
    const unknown: Cost = { totalUsd: null, source: 'unknown' }
    expect([addCost(table, unknown), addCost(unknown, table)]).toEqual([unknown, unknown])
  })
})
