import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { clashesIn } from './clashes-in.ts'
import { findModel, listModels } from './find-model.ts'

const model = (id: string): Model => {
  const found = findModel(id)
  if (found === null) throw new Error(`no model ${id}`)
  return found
}
const clashes = (id: string, given: Partial<ModelSettings>) =>
  clashesIn({ model: 'any', ...given }, model(id)).map(({ name, reason }) => [name, reason])
const budget = (budgetTokens: number): Partial<ModelSettings> => ({ thinking: { type: 'enabled', budgetTokens } })
const byName = { type: 'function', function: { name: 'find' } } as const

describe('a budget of thoughts', () => {
  it.each([
    ['anthropic/claude-sonnet-4-5', 1023, 'its thinking has a budget of at least 1,024 tokens'],
    ['anthropic/claude-opus-4-6', 1, 'its thinking has a budget of at least 1,024 tokens'],
    ['google/gemini-2.5-pro', 127, 'its thinking has a budget of at least 128 tokens'],
    ['google/gemini-2.5-pro', 32_769, 'its thinking has a budget of at most 32,768 tokens'],
    ['google/gemini-2.5-flash-lite', 24_577, 'its thinking has a budget of at most 24,576 tokens'],
  ])('%s: %i is outside its bounds', (id, tokens, reason) => {
    expect(clashes(id, budget(tokens))).toEqual([['thinking', reason]])
  })

  it.each([
    ['anthropic/claude-sonnet-4-5', 1024],
    ['anthropic/claude-sonnet-4-5', 60_000],
    ['google/gemini-2.5-pro', 128],
    ['google/gemini-2.5-pro', 32_768],
    ['google/gemini-2.5-flash', 0],
    ['openai/gpt-5', 1],
  ])('%s: %i is within them, or none are known', (id, tokens) => {
    expect(clashes(id, budget(tokens))).toEqual([])
  })

  it('that is not said is within them', () => {
    expect(clashes('anthropic/claude-sonnet-4-5', { thinking: { type: 'enabled' } })).toEqual([])
  })
})

describe('no thinking beside an effort', () => {
  it('is refused above the effort up to which it can be switched off', () => {
    for (const id of ['claude-opus-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'].map((name) => `anthropic/${name}`)) {
      const off = (reasoningEffort: string) => clashes(id, { thinking: { type: 'disabled' }, reasoningEffort })
      expect(off('xhigh')).toEqual([['thinking', 'cannot be switched off at an effort above high']])
      expect(off('max')).toHaveLength(1)
      for (const effort of ['low', 'medium', 'high', 'imagined']) expect(off(effort)).toEqual([])
    }
  })

  it('is taken where no such bound is known, or no effort is said', () => {
    expect(clashes('anthropic/claude-sonnet-5', { thinking: { type: 'disabled' }, reasoningEffort: 'max' })).toEqual([])
    expect(clashes('anthropic/claude-opus-5', { thinking: { type: 'disabled' } })).toEqual([])
    expect(clashes('anthropic/claude-opus-5', { thinking: { type: 'adaptive' }, reasoningEffort: 'max' })).toEqual([])
  })
})

describe('a call that is forced', () => {
  it('is refused always by models that decide by themselves', () => {
    for (const id of ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-fable-5-1'].map((name) => `anthropic/${name}`)) {
      expect(clashes(id, { toolChoice: 'required' })).toEqual([['toolChoice', expect.stringMatching(/decides by itself/)]])
      expect(clashes(id, { toolChoice: byName })).toHaveLength(1)
    }
  })

  it('is refused by others only while they think', () => {
    for (const id of ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'].map((name) => `anthropic/${name}`)) {
      expect(clashes(id, { toolChoice: 'required', thinking: { type: 'enabled' } })).toEqual([
        ['toolChoice', 'a function cannot be forced while thinking is on'],
      ])
      expect(clashes(id, { toolChoice: 'required' })).toEqual([])
      expect(clashes(id, { toolChoice: byName, thinking: { type: 'disabled' } })).toEqual([])
    }
  })

  it('is not one where the model may choose, or nothing is known against it', () => {
    for (const toolChoice of ['auto', 'none'] as const) expect(clashes('anthropic/claude-opus-5-5', { toolChoice })).toEqual([])
    expect(clashes('anthropic/claude-opus-5-5', {})).toEqual([])
    expect(clashes('openai/gpt-4o', { toolChoice: 'required' })).toEqual([])
  })
})

describe('clashes', () => {
  it('are told in their order', () => {
    const both = { ...budget(1), toolChoice: 'required' } as const
    expect(clashes('anthropic/claude-haiku-4-5', both).map(([name]) => name)).toEqual(['thinking', 'toolChoice'])
  })

  it('are none where nothing is set, or nothing is known', () => {
    for (const facts of [...listModels(), null]) expect(clashesIn({ model: 'any' }, facts)).toEqual([])
    expect(clashesIn({ model: 'any', ...budget(1), toolChoice: 'required' }, null)).toEqual([])
  })
})
