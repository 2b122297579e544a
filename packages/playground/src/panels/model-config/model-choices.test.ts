import type { AvailableModel } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { choiceKey, choiceText, isUnusable, modelChoices } from './model-choices.ts'

const model = (id: string, usable = true): AvailableModel => ({
  id,
  name: id.slice(id.indexOf('/') + 1),
  provider: id.slice(0, id.indexOf('/')),
  displayName: `The ${id}`,
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
  usable,
})
const models = [model('demo/writer'), model('openai/gpt-x', false)]

describe('modelChoices', () => {
  it('lists the models while nothing is typed', () => {
    expect(modelChoices(models, '  ').map(choiceKey)).toEqual(['demo/writer', 'openai/gpt-x'])
  })
  it('offers what is typed as a name, after the models', () => {
    expect(modelChoices(models, ' my/own-model ').at(-1)).toEqual({ kind: 'as-is', name: 'my/own-model' })
  })
  it('does not offer the name of a listed model twice', () => {
    expect(modelChoices(models, 'demo/writer')).toHaveLength(2)
    expect(modelChoices(models, 'writer')).toHaveLength(2)
  })
  it('offers a name also where no model is known', () => {
    expect(modelChoices([], 'gpt-next')).toEqual([{ kind: 'as-is', name: 'gpt-next' }])
  })
})

describe('a choice', () => {
  it('is found by id and by display name, a typed name by itself', () => {
    const [first] = modelChoices(models, 'abc')
    expect(first && choiceText(first)).toBe('demo/writer The demo/writer')
    expect(choiceText({ kind: 'as-is', name: 'abc' })).toBe('abc')
  })
  it('is unusable only where the service says so of a listed model', () => {
    expect(modelChoices(models, 'abc').map(isUnusable)).toEqual([false, true, false])
  })
  it('has a key of its own even if somebody types a key', () => {
    expect(choiceKey({ kind: 'as-is', name: 'x' })).not.toBe('x')
  })
})
