import type { Model } from '@vitrine/contracts'
import { findModel, listModels } from '@vitrine/model-catalog'
import { describe, expect, it } from 'vitest'
import type { FoundModels } from './found-models.ts'
import { type KnownModelsDeps, createKnownModels } from './known-models.ts'

const house: Model = {
  id: 'litellm/house',
  name: 'house',
  provider: 'litellm',
  displayName: 'house',
  contextTokens: 9000,
  maxOutputTokens: null,
  price: { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-21', source: 'LiteLLM' },
  capabilities: null,
  parameters: null,
}
const finding = (...models: readonly Model[]): FoundModels => ({
  find: () => Promise.resolve({ models, pending: ['openrouter'] }),
  factsOf: (_provider, name, keyId) => models.find((model) => model.name === name && keyId === 'k') ?? null,
  answering: () => new Set(['ollama']),
})
const known = (changes: Partial<KnownModelsDeps> = {}) =>
  createKnownModels({ file: { models: listModels(), ids: new Set() }, found: finding(house), today: () => '2026-11-21', ...changes })
const USABLE = new Set(['demo', 'litellm'])

describe('createKnownModels', () => {
  it('lists the catalogue and what servers list themselves', async () => {
    const { models, pending } = await known().list('p', USABLE)
    expect(models).toHaveLength(listModels().length + 1)
    expect(models.at(-1)).toEqual({ ...house, usable: true })
    expect(models.find(({ id }) => id === 'openai/gpt-4o-mini')).toMatchObject({
      usable: false,
      unusableReason: expect.stringContaining('KEY'),
    })
    expect(pending).toEqual(['openrouter'])
  })

  it('calls a local server usable that answers though nobody set it up', async () => {
    const local = { ...house, id: 'ollama/m', name: 'm', provider: 'ollama' }
    const { models } = await known({ found: finding(local) }).list('p', new Set())
    expect(models.at(-1)).toMatchObject({ id: 'ollama/m', usable: true })
    expect(known().answering()).toEqual(new Set(['ollama']))
  })

  it('takes the facts of the server that has a model, under its own key', () => {
    const models = known()
    expect(models.factsFor({ provider: 'litellm', model: 'house', facts: null }, 'k')).toEqual(house)
    expect(models.factsFor({ provider: 'litellm', model: 'house', facts: null }, 'other')).toBeNull()
  })

  it('puts what a server tells over what is known in general, and keeps the rest', () => {
    const mini = findModel('openai/gpt-4o-mini')
    const own = { ...house, id: 'litellm/gpt-4o-mini', name: 'gpt-4o-mini' }
    const facts = known({ found: finding(own) }).factsFor({ provider: 'litellm', model: 'gpt-4o-mini', facts: mini }, 'k')
    expect(facts).toEqual({ ...mini, contextTokens: 9000, price: house.price })
  })

  it('lets nobody speak of a model that the operator speaks of', async () => {
    const ours = { ...house, price: null }
    const deps = { file: { models: [...listModels(), ours], ids: new Set([ours.id]) } }
    expect(known(deps).factsFor({ provider: 'litellm', model: 'house', facts: ours }, 'k')).toEqual(ours)
    const { models } = await known(deps).list('p', USABLE)
    expect(models.filter(({ id }) => id === house.id)).toEqual([{ ...ours, usable: true }])
  })

  it('has no price that has run out', async () => {
    const price = { inputUsd: 1, outputUsd: 1, date: '2026-01-01', source: 's', until: '2026-11-20' }
    const old = { ...house, price }
    expect(known({ found: finding(old) }).factsFor({ provider: 'litellm', model: 'house', facts: null }, 'k')?.price).toBeNull()
    expect((await known({ found: finding(old) }).list('p', USABLE)).models.at(-1)?.price).toBeNull()
    const before = known({ found: finding(old), today: () => '2026-11-20' })
    expect(before.factsFor({ provider: 'litellm', model: 'house', facts: null }, 'k')?.price).toEqual(price)
  })
})
