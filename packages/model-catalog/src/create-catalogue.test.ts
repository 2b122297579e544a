import type { Model, ModelPrice } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from './create-catalogue.ts'
import { listModels } from './find-model.ts'

const price: ModelPrice = { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-21', source: 'our contract' }
const billed = (model: Model): Model => ({ ...model, price })
const ours = listModels().map((model) => (model.id === 'openai/gpt-4o' ? billed(model) : model))
const house: Model = {
  id: 'litellm/house',
  name: 'house',
  provider: 'litellm',
  displayName: 'House',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
}

describe('a catalogue of changed models', () => {
  it('finds them as they were changed, by every name', () => {
    const catalogue = createCatalogue(ours)
    expect(catalogue.findModel('openai/gpt-4o')?.price).toBe(price)
    expect(catalogue.findByName('gpt-4o')?.price).toBe(price)
    expect(catalogue.findModel('openai/gpt-4o-2024-08-06')?.price).toEqual({ ...price, matchedModel: 'gpt-4o' })
  })

  it('finds models that were added', () => {
    const catalogue = createCatalogue([...ours, house])
    expect(catalogue.findModel('litellm/house')).toBe(house)
    expect(catalogue.findByName('house')).toBe(house)
    expect(catalogue.models.at(-1)).toBe(house)
  })

  it('gives a name that two providers have to the one that is listed first', () => {
    const copy = { ...house, id: 'litellm/gpt-4o', name: 'gpt-4o' }
    expect(createCatalogue([...ours, copy]).findByName('gpt-4o')?.provider).toBe('openai')
    expect(createCatalogue([copy, ...ours]).findByName('gpt-4o')?.provider).toBe('litellm')
  })

  it('knows no other name of a model that it does not have', () => {
    const catalogue = createCatalogue([house])
    expect(catalogue.findModel('openai/gpt-4o-2024-08-06')).toBeNull()
    expect(catalogue.findByName('gpt-4o-2024-08-06')).toBeNull()
  })
})
