import { describe, expect, it } from 'vitest'
import { findModel } from './find-model.ts'
import { priceRange } from './price-range.ts'

const price = findModel('openai/gpt-4o-mini')?.price ?? null

describe('the price range before a run', () => {
  it('reaches from no output to the longest one', () => {
    expect(priceRange({ inputTokens: 1000, maxOutputTokens: 1000, price })).toEqual({ low: 0.00015, high: 0.00075, source: 'table' })
  })

  it('has no upper end where the output has no bound', () => {
    expect(priceRange({ inputTokens: 1000, maxOutputTokens: null, price })).toEqual({ low: 0.00015, high: null, source: 'table' })
  })

  it('is unknown without a price', () => {
    expect(priceRange({ inputTokens: 1000, maxOutputTokens: 10, price: null })).toEqual({ low: null, high: null, source: 'unknown' })
  })
})
