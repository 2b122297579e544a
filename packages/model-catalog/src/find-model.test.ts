import { calcPrice } from '@pydantic/genai-prices'
import { PARAMETER_NAMES, toWire } from '@vitrine/contracts'
import { modelsResponseSchema } from '@vitrine/contracts/schemas'
import { describe, expect, it } from 'vitest'
import { costOf } from './cost-of.ts'
import { DEFAULT_MODEL_ID } from './demo-models.data.ts'
import { findByName, findModel, listModels } from './find-model.ts'
import { OPENAI_SNAPSHOTS } from './openai-models.data.ts'

const openai = listModels().filter((model) => model.provider === 'openai')
const demo = listModels().filter((model) => model.provider === 'demo')

/** A price to eight digits, for the data set adds floats. */
const rounded = (usd: number | null | undefined): string | null => (usd === null || usd === undefined ? null : usd.toPrecision(8))
const writes = (name: string): boolean => findByName(name)?.price?.cacheWriteUsd !== undefined

describe('the catalogue', () => {
  it('has every id and every name once', () => {
    expect(new Set(listModels().map((model) => model.id)).size).toBe(listModels().length)
    expect(new Set(listModels().map((model) => model.name)).size).toBe(listModels().length)
    for (const model of listModels()) expect(model.id).toBe(`${model.provider}/${model.name}`)
  })

  it('finds by id and by name, and nothing by inherited names', () => {
    expect(findModel(DEFAULT_MODEL_ID)).toBe(findByName('writer'))
    expect(findModel('openai/nope')).toBeNull()
    expect(findModel('constructor')).toBeNull()
    expect(findByName('__proto__')).toBeNull()
    expect(findModel('anthropic/gpt-4o-2024-08-06')).toBeNull()
  })

  it('gives a snapshot the facts of its model and its own name', () => {
    const snapshot = findModel('openai/gpt-4o-2024-08-06')
    expect(snapshot).toMatchObject({ id: 'openai/gpt-4o-2024-08-06', name: 'gpt-4o-2024-08-06', contextTokens: 128_000 })
    expect(snapshot?.price).toEqual(findModel('openai/gpt-4o')?.price)
  })

  it('holds only what the contract has words for', () => {
    const models = listModels().map((model) => toWire({ ...model, usable: true }))
    const read = modelsResponseSchema.safeParse({ models, default_model: DEFAULT_MODEL_ID })
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data?.models).toEqual(models)
  })

  it('names a known model behind every snapshot', () => {
    for (const name of OPENAI_SNAPSHOTS.keys()) expect(findByName(name)?.name).toBe(name)
  })

  it('holds bounds that a form can use', () => {
    const facts = listModels().flatMap((model) => PARAMETER_NAMES.map((name) => model.parameters?.[name] ?? {}))
    for (const { min = -1e9, max = 1e9, values = [''], default: preset = values[0] } of facts) {
      expect(min).toBeLessThan(max)
      expect(typeof preset === 'string' ? values : [preset]).toContain(preset)
    }
  })

  it('lets an answer be as long as the model can make it', () => {
    for (const model of listModels()) expect(model.parameters?.maxTokens?.max).toBe(model.maxOutputTokens)
  })
})

describe('the demo models', () => {
  it('are the ones that the demo provider is known for', () => {
    expect(demo.map((model) => model.name)).toEqual(
      'writer thinker echo messages flaky rate-limited slow cuts-off garbled error-mid-stream refuses overflows down silent'.split(' '),
    )
  })

  it('have a price that is marked as nominal, and a note', () => {
    for (const model of demo) {
      expect(model.price?.source).toBe('demo')
      expect(model.note).toMatch(/\.$/)
    }
  })
})

describe('prices', () => {
  /** Before, at and behind the bounds where prices change, with and without a cache. */
  const cases = [
    { input: 1_000_000, output: 0, cached: 0, written: 0 },
    { input: 1_000, output: 1_000, cached: 0, written: 0 },
    { input: 100_000, output: 2_000, cached: 40_000, written: 0 },
    { input: 100_000, output: 2_000, cached: 40_000, written: 10_000 },
    { input: 271_999, output: 10, cached: 0, written: 0 },
    { input: 272_000, output: 10, cached: 0, written: 0 },
    { input: 272_001, output: 1_000, cached: 100_000, written: 0 },
  ]
  const names = [...openai.map((model) => model.name), ...OPENAI_SNAPSHOTS.keys()]

  const ours = (name: string, { input, output, cached, written }: (typeof cases)[number]): string | null => {
    const usage = { inputTokens: input, outputTokens: output, totalTokens: input + output, cachedTokens: cached, cacheWriteTokens: written }
    return rounded(costOf({ ...usage, source: 'provider' }, findByName(name)?.price ?? null).totalUsd)
  }
  const theirs = (name: string, { input, output, cached, written }: (typeof cases)[number]) =>
    calcPrice(
      // Without a price of its own a write is input; the data set would bill it as nothing.
      { input_tokens: input, output_tokens: output, cache_read_tokens: cached, ...(writes(name) ? { cache_write_tokens: written } : {}) },
      name,
      { providerId: 'openai', timestamp: new Date('2026-11-21T12:00:00Z') },
    )

  it('are those of the data set they were read from, for every OpenAI name that we list', () => {
    for (const usage of cases) {
      expect(names.map((name) => [name, ours(name, usage)])).toEqual(names.map((name) => [name, rounded(theirs(name, usage)?.total_price)]))
    }
  })

  it('come from the entry of that very name, not from a near miss', () => {
    const matched = openai.map((model) => calcPrice({ input_tokens: 1 }, model.name, { providerId: 'openai' })?.model.id ?? null)
    expect(matched).toEqual(openai.map((model) => (model.price === null ? null : model.name)))
  })

  it('are unknown for a near miss, which the data set would price', () => {
    expect(calcPrice({ input_tokens: 1 }, 'gpt-5-nano-imagined', { providerId: 'openai' })?.model.id).toBe('gpt-5-nano')
    expect(findModel('openai/gpt-5-nano-imagined')).toBeNull()
  })

  it('carry the day and the place they were read from', () => {
    for (const model of openai.filter((one) => one.price !== null)) {
      expect(model.price).toMatchObject({ date: '2026-11-21', source: '@pydantic/genai-prices 0.1.8' })
    }
  })
})
