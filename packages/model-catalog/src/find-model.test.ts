import { PARAMETER_NAMES, toWire } from '@vitrine/contracts'
import { modelsResponseSchema } from '@vitrine/contracts/schemas'
import { describe, expect, it } from 'vitest'
import { ALIASES } from './catalogue/aliases.data.ts'
import { DEFAULT_MODEL_ID } from './demo-models.data.ts'
import { CATALOGUE, findModel, listModels } from './find-model.ts'
import { PROVIDERS } from './providers.ts'

const { findByName } = CATALOGUE
const demo = listModels().filter((model) => model.provider === 'demo')
const others = listModels().filter((model) => model.provider !== 'demo')
const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

describe('the catalogue', () => {
  it('has some sixty models and more, of every maker it names', () => {
    expect(others.length).toBeGreaterThanOrEqual(60)
    expect(new Set(listModels().map((model) => model.provider))).toEqual(new Set(PROVIDERS.filter((name) => name !== 'litellm')))
  })

  it('has every id once, and by an id the provider and the name', () => {
    expect(new Set(listModels().map((model) => model.id)).size).toBe(listModels().length)
    for (const model of listModels()) expect(model.id).toBe(`${model.provider}/${model.name}`)
  })

  it('gives no name to two models, so that a bare name means one', () => {
    const names = [...listModels().map((model) => model.name), ...ALIASES.map(([alias]) => alias.slice(alias.indexOf('/') + 1))]
    expect(new Set(names).size).toBe(names.length)
  })

  it('finds by id and by name, and nothing by inherited names', () => {
    expect(findModel(DEFAULT_MODEL_ID)).toBe(findByName('writer'))
    expect(findModel('groq/openai/gpt-oss-120b')).toMatchObject({ provider: 'groq', name: 'openai/gpt-oss-120b' })
    expect(findModel('openai/nope')).toBeNull()
    expect(findModel('constructor')).toBeNull()
    expect(findModel('')).toBeNull()
    expect(findByName('__proto__')).toBeNull()
    expect(findByName('')).toBeNull()
  })

  it('holds only what the contract has words for', () => {
    const models = listModels().map((model) => toWire({ ...model, usable: true }))
    const read = modelsResponseSchema.safeParse({ models, default_model: DEFAULT_MODEL_ID })
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data?.models).toEqual(models)
  })

  it('holds bounds that a form can use', () => {
    const facts = listModels().flatMap((model) => PARAMETER_NAMES.map((name) => model.parameters?.[name] ?? {}))
    for (const { min = -1e9, max = 1e9, values = [''], default: preset = values[0] } of facts) {
      expect(min).toBeLessThan(max)
      expect(typeof preset === 'string' ? values : [preset]).toContain(preset)
    }
  })

  it('lets an answer be as long as the model can make it', () => {
    for (const model of listModels()) expect(model.parameters?.maxTokens?.max ?? null).toBe(model.maxOutputTokens)
  })

  it('leaves room for the question behind the longest answer', () => {
    for (const { id, contextTokens, maxOutputTokens } of others) {
      expect([id, (contextTokens ?? Infinity) >= (maxOutputTokens ?? 0)]).toEqual([id, true])
    }
  })

  it('says of every model that is not built in through which APIs it is asked', () => {
    for (const model of others) expect([model.id, model.api?.length ?? 0]).not.toEqual([model.id, 0])
  })

  it('has days that there are', () => {
    const days = others.flatMap(({ deprecated, price }) => [deprecated, price?.date, price?.until]).filter((day) => day !== undefined)
    expect(days.filter((day) => !isDay(day))).toEqual([])
  })
})

describe('another name of a model', () => {
  it('has the facts of its model and its own name', () => {
    const snapshot = findModel('openai/gpt-4o-mini-2024-07-18')
    expect(snapshot).toMatchObject({ id: 'openai/gpt-4o-mini-2024-07-18', name: 'gpt-4o-mini-2024-07-18', contextTokens: 128_000 })
    expect(findByName('claude-haiku-4-5-20251001')).toMatchObject({ id: 'anthropic/claude-haiku-4-5-20251001', contextTokens: 200_000 })
  })

  it('has the price of its model, which says whose it is', () => {
    const { price } = findModel('openai/gpt-4o') ?? {}
    expect(findModel('openai/gpt-4o-2024-08-06')?.price).toEqual({ ...price, matchedModel: 'gpt-4o' })
    expect(price?.matchedModel).toBeUndefined()
  })

  it('has none where its model has none', () => {
    expect(findModel('deepseek/deepseek-v4-flash')?.price).toBeNull()
  })

  it('belongs to one provider', () => {
    expect(findModel('anthropic/gpt-4o-2024-08-06')).toBeNull()
  })

  it('is a name of a model that there is, and is not listed', () => {
    for (const [alias, id] of ALIASES) {
      expect(findModel(id)?.id).toBe(id)
      expect(findModel(alias)?.id).toBe(alias)
      expect(listModels().some((model) => model.id === alias)).toBe(false)
    }
  })

  it('is never guessed: a day that nobody listed, a suffix, another case', () => {
    const near = ['openai/gpt-4o-mini-2031-01-01', 'openai/gpt-5-nano-imagined', 'anthropic/claude-opus-4-5-20991231', 'openai/GPT-4o-mini']
    expect(near.map((id) => findModel(id))).toEqual(near.map(() => null))
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
