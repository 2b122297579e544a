import type { Model } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { costOf } from '../cost-of.ts'
import { createCatalogue } from '../create-catalogue.ts'
import { listModels } from '../find-model.ts'
import { type OverrideProblem, withOverrides } from './with-overrides.ts'

const PRICE = { input: 0.1, output: 0.4, date: '2026-11-01', source: 'our contract' }

const changed = (models: unknown): readonly Model[] => {
  const result = withOverrides(listModels(), { models })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.models
}
const one = (id: string, entry: unknown): Model | null => createCatalogue(changed({ [id]: entry })).findModel(id)
const problems = (overrides: unknown): readonly OverrideProblem[] => {
  const result = withOverrides(listModels(), overrides)
  return result.ok ? [] : result.problems
}
/** What is wrong with one entry, with paths that begin behind it. */
const wrongIn = (entry: unknown, id = 'openai/gpt-4o-mini'): readonly (readonly [path: string, message: string])[] =>
  problems({ models: { [id]: entry } }).map(({ path, message }) => [path.replace(`models["${id}"]`, ''), message])

describe('a file of overrides', () => {
  it('that says nothing changes nothing', () => {
    expect(changed({})).toEqual(listModels())
  })

  it('sets the price of a model we know, and leaves the rest of it', () => {
    const before = listModels().find(({ id }) => id === 'openai/gpt-4o-mini')
    const after = one('openai/gpt-4o-mini', { price: PRICE })
    expect(after).toEqual({ ...before, price: { inputUsd: 1e-7, outputUsd: 4e-7, date: '2026-11-01', source: 'our contract' } })
  })

  it('touches no other model, and keeps the order', () => {
    const models = changed({ 'openai/gpt-4o-mini': { price: PRICE } })
    expect(models.map(({ id }) => id)).toEqual(listModels().map(({ id }) => id))
    const differing = models.filter((model, at) => model !== listModels()[at])
    expect(differing.map(({ id }) => id)).toEqual(['openai/gpt-4o-mini'])
  })

  it('takes every part of a price', () => {
    const long_context = { over_input_tokens: 200_000, input: 0.2, output: 0.8, cached_input: 0.02, cache_write: 0.25 }
    const price = { ...PRICE, cached_input: 0.01, cache_write: 0.125, until: '2027-06-30', long_context }
    expect(one('openai/gpt-4o-mini', { price })?.price).toEqual({
      inputUsd: 1e-7,
      outputUsd: 4e-7,
      cachedInputUsd: 1e-8,
      cacheWriteUsd: 1.25e-7,
      longContext: { overInputTokens: 200_000, inputUsd: 2e-7, outputUsd: 8e-7, cachedInputUsd: 2e-8, cacheWriteUsd: 2.5e-7 },
      date: '2026-11-01',
      until: '2027-06-30',
      source: 'our contract',
    })
  })

  it('bills by it to the last digit', () => {
    const price = one('openai/gpt-4o-mini', { price: { ...PRICE, input: 0.07, output: 0.33 } })?.price ?? null
    const usage = { inputTokens: 17, outputTokens: 9, totalTokens: 26, source: 'provider' } as const
    expect(costOf(usage, price).totalUsd).toBe(0.00000416)
  })

  it('holds for the other names of the model too', () => {
    const catalogue = createCatalogue(changed({ 'openai/gpt-4o-mini': { price: PRICE } }))
    expect(catalogue.findModel('openai/gpt-4o-mini-2024-07-18')?.price?.source).toBe('our contract')
  })

  it('makes unknown what it says as null', () => {
    expect(one('openai/gpt-4o', { price: null, context_tokens: null, max_output_tokens: null })).toMatchObject({
      price: null,
      contextTokens: null,
      maxOutputTokens: null,
    })
  })

  it('bills nothing as nothing, which is a price', () => {
    expect(one('openai/gpt-4o', { price: { ...PRICE, input: 0, output: 0 } })?.price).toMatchObject({ inputUsd: 0, outputUsd: 0 })
  })

  it('sets the name, the note, the limits and the day of withdrawal', () => {
    const entry = { display_name: 'Ours', note: 'By our gateway.', context_tokens: 8000, max_output_tokens: 1000, deprecated: '2027-01-31' }
    expect(one('openai/gpt-4o', entry)).toMatchObject({
      displayName: 'Ours',
      note: 'By our gateway.',
      contextTokens: 8000,
      maxOutputTokens: 1000,
      deprecated: '2027-01-31',
    })
  })

  it('adds a model of which nothing else is known', () => {
    expect(one('groq/openai/gpt-oss-999b', { price: PRICE })).toEqual({
      id: 'groq/openai/gpt-oss-999b',
      name: 'openai/gpt-oss-999b',
      provider: 'groq',
      displayName: 'openai/gpt-oss-999b',
      contextTokens: null,
      maxOutputTokens: null,
      price: { inputUsd: 1e-7, outputUsd: 4e-7, date: '2026-11-01', source: 'our contract' },
      capabilities: null,
      parameters: null,
    })
    expect(one('litellm/house-model', {})?.price).toBeNull()
  })
})

const NUMBER = 'must be a number of at least 0'
const WHOLE = 'must be a whole number above 0'
const TEXT = 'must be a text that is not empty'
const DAY = 'must be a day as YYYY-MM-DD'

describe('a file that is wrong', () => {
  it.each([
    [null, '', 'must be an object'],
    ['{}', '', 'must be an object'],
    [[], '', 'must be an object'],
    [{}, 'models', 'must be an object of models by their id'],
    [{ models: [] }, 'models', 'must be an object of models by their id'],
    [{ models: null }, 'models', 'must be an object of models by their id'],
    [{ models: {}, prices: {} }, 'prices', 'is no field; there are models'],
    [{ models: { 'openai/gpt-4o': 0.15 } }, 'models["openai/gpt-4o"]', 'must be an object'],
  ])('as a whole: %j', (overrides, path, message) => {
    expect(problems(overrides)).toEqual([{ path, message }])
  })

  it.each(['gpt-4o', '/gpt-4o', 'openai/', 'nobody/gpt-4o', '', 'OpenAI/gpt-4o', 'constructor/x'])('in an id: %j', (id) => {
    expect(wrongIn({}, id)).toEqual([['', expect.stringMatching(/^is no id: write provider\/model, with one of .*openrouter/)]])
  })

  it('in a demo model that there is not', () => {
    expect(wrongIn({}, 'demo/imagined')).toEqual([['', 'is no demo model: those are built in']])
  })

  it.each([
    [{ prize: 1 }, '.prize', 'is no field; there are display_name, context_tokens, max_output_tokens, price, note, deprecated'],
    [{ 'max-tokens': 1 }, '["max-tokens"]', expect.stringMatching(/^is no field/)],
    [{ display_name: '' }, '.display_name', TEXT],
    [{ display_name: null }, '.display_name', TEXT],
    [{ note: 7 }, '.note', TEXT],
    [{ context_tokens: '128k' }, '.context_tokens', WHOLE],
    [{ context_tokens: 0 }, '.context_tokens', WHOLE],
    [{ max_output_tokens: 1.5 }, '.max_output_tokens', WHOLE],
    [{ max_output_tokens: -1 }, '.max_output_tokens', WHOLE],
    [{ deprecated: 'soon' }, '.deprecated', DAY],
    [{ deprecated: '2026-02-30' }, '.deprecated', DAY],
    [{ price: 0.15 }, '.price', 'must be an object'],
  ])('in a model: %j', (entry, path, message) => {
    expect(wrongIn(entry)).toEqual([[path, message]])
  })

  it.each([
    [{ input: undefined }, '.input', NUMBER],
    [{ input: '0.15' }, '.input', NUMBER],
    [{ output: -1 }, '.output', NUMBER],
    [{ output: null }, '.output', NUMBER],
    [{ cached_input: Number.NaN }, '.cached_input', NUMBER],
    [{ cache_write: Number.POSITIVE_INFINITY }, '.cache_write', NUMBER],
    [{ date: undefined }, '.date', DAY],
    [{ date: '2026-13-01' }, '.date', DAY],
    [{ date: '21.11.2026' }, '.date', DAY],
    [{ until: '2026-11-1' }, '.until', DAY],
    [{ source: undefined }, '.source', TEXT],
    [{ source: '  ' }, '.source', TEXT],
    [{ inputUsd: 1e-7 }, '["inputUsd"]', expect.stringMatching(/^is no field; there are input, output/)],
    [{ long_context: 1 }, '.long_context', 'must be an object'],
    [{ long_context: { over_input_tokens: 0, input: 1, output: 1 } }, '.long_context.over_input_tokens', WHOLE],
    [{ long_context: { over_input_tokens: 9, output: 1 } }, '.long_context.input', NUMBER],
    [
      { long_context: { over_input_tokens: 9, input: 1, output: 1, date: 'x' } },
      '.long_context.date',
      expect.stringMatching(/^is no field/),
    ],
  ])('in a price: %j', (part, path, message) => {
    const price: Record<string, unknown> = { ...PRICE, ...part }
    expect(wrongIn({ price })).toEqual([[`.price${path}`, message]])
  })

  it('is told all that is wrong at once', () => {
    const overrides = { models: { 'openai/gpt-4o': { price: {}, note: '' }, 'nobody/x': {} } }
    expect(problems(overrides).map(({ path }) => path)).toEqual([
      'models["openai/gpt-4o"].note',
      'models["openai/gpt-4o"].price.input',
      'models["openai/gpt-4o"].price.output',
      'models["openai/gpt-4o"].price.date',
      'models["openai/gpt-4o"].price.source',
      'models["nobody/x"]',
    ])
  })

  it('changes nothing, not even what is right in it', () => {
    const result = withOverrides(listModels(), { models: { 'openai/gpt-4o': { price: PRICE }, 'openai/gpt-4.1': { price: 1 } } })
    expect(result).toEqual({ ok: false, problems: [{ path: 'models["openai/gpt-4.1"].price', message: 'must be an object' }] })
  })

  it('reaches no prototype', () => {
    const hostile: unknown = JSON.parse(
      '{ "models": { "__proto__": { "price": null }, "openai/gpt-4o": { "__proto__": { "note": "x" } } } }',
    )
    expect(problems(hostile).map(({ path }) => path)).toEqual(['models.__proto__', 'models["openai/gpt-4o"].__proto__'])
    expect(Object.hasOwn(Object.prototype, 'price')).toBe(false)
  })
})
