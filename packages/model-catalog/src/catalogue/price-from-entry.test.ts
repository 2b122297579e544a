import type { ModelInfo } from '@pydantic/genai-prices'
import { describe, expect, it } from 'vitest'
import { priceFromEntry } from '../../build/price-from-entry.ts'

const entry = (prices: ModelInfo['prices']): ModelInfo => ({ id: 'one', match: { equals: 'one' }, prices })
const read = (prices: ModelInfo['prices'], contextTokens: number | null = null) =>
  priceFromEntry(entry(prices), { day: '2026-11-21', source: 'a test', contextTokens })
const why = (prices: ModelInfo['prices']): string | null => {
  const found = read(prices)
  return found.ok ? null : found.reason
}
const BASE = { input_mtok: 2, output_mtok: 8 }
const tiered = (base: number, ...tiers: readonly (readonly [start: number, price: number])[]) => ({
  base,
  tiers: tiers.map(([start, price]) => ({ start, price })),
})

describe('a price of the data set', () => {
  it('is per token, dated, with its source', () => {
    expect(read({ ...BASE, cache_read_mtok: 0.2, cache_write_mtok: 2.5 })).toEqual({
      ok: true,
      price: { inputUsd: 2e-6, outputUsd: 8e-6, cachedInputUsd: 2e-7, cacheWriteUsd: 2.5e-6, date: '2026-11-21', source: 'a test' },
    })
  })

  it('says nothing of a cache of which the data set says nothing', () => {
    const found = read(BASE)
    expect(found.ok && Object.keys(found.price)).toEqual(['inputUsd', 'outputUsd', 'date', 'source'])
  })

  it('carries no noise of the division', () => {
    expect(read({ input_mtok: 0.07, output_mtok: 1.1 })).toMatchObject({ price: { inputUsd: 0.00000007, outputUsd: 0.0000011 } })
  })

  it('may be nothing', () => {
    expect(read({ input_mtok: 0, output_mtok: 0 })).toMatchObject({ ok: true, price: { inputUsd: 0, outputUsd: 0 } })
  })
})

describe('long prompts', () => {
  const LONG = { input_mtok: tiered(2, [200_000, 4]), output_mtok: tiered(8, [200_000, 12]), cache_read_mtok: 0.2 }

  it('have the prices of their tier, and the base of what has none', () => {
    expect(read(LONG)).toMatchObject({
      price: { inputUsd: 2e-6, longContext: { overInputTokens: 200_000, inputUsd: 4e-6, outputUsd: 12e-6, cachedInputUsd: 2e-7 } },
    })
  })

  it('are left out where the context is not that long', () => {
    expect(read(LONG, 200_000)).not.toHaveProperty('price.longContext')
    expect(read(LONG, 200_001)).toHaveProperty('price.longContext')
  })

  it('with more than one price have none that one figure could say, unless the further ones are out of reach', () => {
    const twice = { input_mtok: tiered(1, [128_000, 2], [256_000, 3]), output_mtok: 5 }
    expect(why(twice)).toBe('its long prompts have more than one price')
    expect(read(twice, 200_000)).toMatchObject({ price: { longContext: { overInputTokens: 128_000, inputUsd: 2e-6 } } })
  })
})

describe('prices that change', () => {
  const from = (start_date: string, input_mtok: number) => ({
    constraint: { type: 'start_date', start_date } as const,
    prices: { ...BASE, input_mtok },
  })

  it('are the ones of the day', () => {
    expect(read([{ prices: BASE }, from('2026-10-01', 3)])).toEqual(read({ ...BASE, input_mtok: 3 }))
  })

  it('end on the day before the next ones', () => {
    expect(read([{ prices: BASE }, from('2027-01-01', 3), from('2027-03-01', 4)])).toMatchObject({
      price: { inputUsd: 2e-6, until: '2026-12-31' },
    })
    expect(read([{ prices: BASE }, from('2026-11-22', 3)])).toMatchObject({ price: { until: '2026-11-21' } })
    expect(read([{ prices: BASE }, from('2026-11-21', 3)])).toMatchObject({ price: { inputUsd: 3e-6 } })
  })
})

describe('no price', () => {
  it('is one that depends on the hour', () => {
    const night = { type: 'time_of_date', start_time: '00:30:00Z', end_time: '08:30:00Z' } as const
    expect(why([{ prices: BASE }, { constraint: night, prices: BASE }])).toBe('its price depends on the time of day')
  })

  it('is one that has not begun', () => {
    expect(why([{ constraint: { type: 'start_date', start_date: '2027-01-01' }, prices: BASE }])).toBe('it has no price on 2026-11-21')
    expect(why([])).toBe('it has no price on 2026-11-21')
  })

  it('is one of something else than text', () => {
    expect(why({ requests_kcount: 5 })).toBe('the data set has no price of its text')
    expect(why({ input_mtok: 1 })).toBe('the data set has no price of its text')
    expect(why({ input_audio_mtok: 1, output_audio_mtok: 2 })).toBe('the data set has no price of its text')
  })
})
