import { calcPrice } from '@pydantic/genai-prices'
import type { Model, TokenUsage } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { DATA_SET } from '../../build/data-set.ts'
import { SNAPSHOTS } from '../../build/snapshots.ts'
import { costOf } from '../cost-of.ts'
import { findModel, listModels } from '../find-model.ts'
import { priceOn } from '../price-on.ts'
import { ALIASES } from './aliases.data.ts'

const dataSetIds = new Map(SNAPSHOTS.map(({ provider, dataSetId }) => [provider, dataSetId]))
const noon = new Date(`${DATA_SET.day}T12:00:00Z`)
const billed = listModels().filter((model) => model.price !== null && model.provider !== 'demo')
const byDataSet = billed.filter((model) => model.price?.source === DATA_SET.source)
const byPage = billed.filter((model) => model.price?.source !== DATA_SET.source)
const renamed = ALIASES.map(([alias]) => findModel(alias)).filter((model) => model?.price?.source === DATA_SET.source)

/** Before, at and behind the bounds where prices change, with and without a cache. */
const USES = [
  { input: 1_000_000, output: 0, cached: 0, written: 0 },
  { input: 1_000, output: 1_000, cached: 0, written: 0 },
  { input: 100_000, output: 2_000, cached: 40_000, written: 0 },
  { input: 100_000, output: 2_000, cached: 40_000, written: 10_000 },
  { input: 199_999, output: 10, cached: 10, written: 0 },
  { input: 200_000, output: 10, cached: 10, written: 0 },
  { input: 200_001, output: 10, cached: 10, written: 0 },
  { input: 271_999, output: 10, cached: 0, written: 0 },
  { input: 272_000, output: 10, cached: 0, written: 0 },
  { input: 272_001, output: 1_000, cached: 100_000, written: 0 },
] as const
type Use = (typeof USES)[number]

/** A price to eight digits, for the data set adds floats. */
const rounded = (usd: number | null | undefined): string | null => (usd === null || usd === undefined ? null : usd.toPrecision(8))

const ours = ({ price }: Model, { input, output, cached, written }: Use): string | null => {
  const usage: TokenUsage = {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input + output,
    cachedTokens: cached,
    cacheWriteTokens: written,
    source: 'provider',
  }
  return rounded(costOf(usage, price).totalUsd)
}

const theirs = ({ name, provider, price }: Model, { input, output, cached, written }: Use) =>
  calcPrice(
    {
      input_tokens: input,
      output_tokens: output,
      // Without a price of its own what a cache does is input; the data set would bill it as nothing.
      ...(price?.cachedInputUsd === undefined ? {} : { cache_read_tokens: cached }),
      ...(price?.cacheWriteUsd === undefined ? {} : { cache_write_tokens: written }),
    },
    name,
    { providerId: dataSetIds.get(provider) ?? provider, timestamp: noon },
  )

describe('prices of the data set', () => {
  it('are the ones it counts with, for every model and every name of it, as far as a prompt can be', () => {
    const known = renamed.filter((model) => model !== null).filter((model) => theirs(model, USES[1]) !== null)
    const models = [...byDataSet, ...known]
    expect(models.length).toBeGreaterThan(80)
    for (const use of USES) {
      const possible = models.filter(({ contextTokens }) => use.input <= (contextTokens ?? Infinity))
      expect(possible.map((model) => [model.id, ours(model, use)])).toEqual(
        possible.map((model) => [model.id, rounded(theirs(model, use)?.total_price)]),
      )
    }
  })

  it('come from the entry of that very name, not from a near miss', () => {
    expect(byDataSet.map((model) => theirs(model, USES[1])?.model.id)).toEqual(byDataSet.map((model) => model.name))
  })

  it('are unknown for a near miss, which the data set would price', () => {
    expect(calcPrice({ input_tokens: 1 }, 'gpt-5-nano-imagined', { providerId: 'openai' })?.model.id).toBe('gpt-5-nano')
    expect(findModel('openai/gpt-5-nano-imagined')).toBeNull()
  })

  it('do not stand in for a newer model whose name begins alike', () => {
    expect(calcPrice({ input_tokens: 1 }, 'claude-sonnet-5-5', { providerId: 'anthropic' })?.model.id).toBe('claude-sonnet-5')
    expect(findModel('anthropic/claude-sonnet-5-5')?.price).toMatchObject({
      cachedInputUsd: 1e-7,
      source: expect.stringMatching(/^https:/),
    })
  })

  it('carry the day and the version they were read from', () => {
    for (const model of byDataSet) expect(model.price).toMatchObject({ date: DATA_SET.day, source: '@pydantic/genai-prices 0.1.8' })
  })
})

describe('prices of a page', () => {
  it('carry its address and a day that is not after the catalogue was made', () => {
    expect(byPage.length).toBeGreaterThan(0)
    for (const { id, price } of byPage) {
      expect([id, price?.source]).toEqual([id, expect.stringMatching(/^https:\/\/[a-z.]+\//)])
      expect((price?.date ?? '') <= DATA_SET.day).toBe(true)
    }
  })

  it('rise for a long prompt as the page says', () => {
    const haiku = findModel('anthropic/claude-haiku-5-5')?.price ?? null
    const used = (inputTokens: number): TokenUsage => ({ inputTokens, outputTokens: 0, totalTokens: inputTokens, source: 'provider' })
    expect(costOf(used(100_000), haiku).totalUsd).toBe(0.01)
    expect(costOf(used(100_001), haiku).totalUsd).toBe(0.0500005)
  })
})

describe('a price with an end', () => {
  it('holds to its last day and is unknown after it', () => {
    const price = findModel('google/gemini-3.8-flash')?.price ?? null
    expect(price).toMatchObject({ inputUsd: 0.75e-6, outputUsd: 3.75e-6, until: '2026-12-31' })
    expect(priceOn(price, '2026-12-31')).toBe(price)
    expect(priceOn(price, '2027-01-01')).toBeNull()
  })

  it('is the exception', () => {
    const forever = findModel('openai/gpt-4o')?.price ?? null
    expect(priceOn(forever, '2099-01-01')).toBe(forever)
    expect(priceOn(null, '2026-01-01')).toBeNull()
  })
})

it('says of a model without a price why it has none', () => {
  for (const model of listModels().filter(({ price }) => price === null))
    expect([model.id, model.note]).toEqual([model.id, expect.stringMatching(/price/)])
})
