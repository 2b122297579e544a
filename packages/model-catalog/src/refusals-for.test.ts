import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { findModel } from './find-model.ts'
import { refusalsFor } from './refusals-for.ts'
import { thinkingIsOn } from './thinking-is-on.ts'

const model = (id: string): Model => {
  const found = findModel(id)
  if (found === null) throw new Error(`no model ${id}`)
  return found
}
const settings = (given: Partial<ModelSettings>): ModelSettings => ({ model: 'any', ...given })
const names = (given: Partial<ModelSettings>, id: string): readonly string[] =>
  refusalsFor(settings(given), model(id)).map((refusal) => refusal.name)

describe('whether a model thinks', () => {
  it('is decided by the settings, then by its default', () => {
    const thinker = model('demo/thinker')
    expect(thinkingIsOn(settings({}), thinker)).toBe(true)
    expect(thinkingIsOn(settings({ thinking: { type: 'disabled' } }), thinker)).toBe(false)
    expect(thinkingIsOn(settings({ thinking: { type: 'enabled' }, reasoningEffort: 'none' }), thinker)).toBe(false)
    const optional = model('openai/gpt-5.4')
    expect(thinkingIsOn(settings({}), optional)).toBe(false)
    expect(thinkingIsOn(settings({ reasoningEffort: 'low' }), optional)).toBe(true)
  })

  it('is never so for a model that cannot', () => {
    expect(thinkingIsOn(settings({ thinking: { type: 'enabled' } }), model('demo/writer'))).toBe(false)
  })

  it('is assumed of one that can where its default is unknown', () => {
    expect(thinkingIsOn(settings({}), model('openai/gpt-5.6-sol'))).toBe(true)
  })

  it('follows the settings where nothing is known', () => {
    expect(thinkingIsOn(settings({}), null)).toBe(false)
    expect(thinkingIsOn(settings({ reasoningEffort: 'high' }), null)).toBe(true)
  })
})

describe('what a model refuses', () => {
  it('is only what is set', () => {
    for (const id of ['openai/o3', 'demo/thinker', 'openai/gpt-4o']) expect(names({}, id)).toEqual([])
  })

  it('is a temperature while it thinks, with the reason', () => {
    expect(refusalsFor(settings({ temperature: 0.2 }), model('demo/thinker'))).toEqual([
      { name: 'temperature', reason: 'not taken while thinking is on; switch thinking off, or leave the field blank' },
    ])
    expect(names({ temperature: 0.2, thinking: { type: 'disabled' } }, 'demo/thinker')).toEqual([])
    expect(names({ temperature: 0.2 }, 'openai/gpt-5.4')).toEqual([])
    expect(names({ temperature: 0.2, reasoningEffort: 'high' }, 'openai/gpt-5.4')).toEqual(['temperature'])
  })

  it('is sampling altogether where it always reasons', () => {
    expect(names({ temperature: 1, topP: 1, stop: ['x'], logprobs: true, maxTokens: 5, seed: 3 }, 'openai/o3')).toEqual([
      'temperature',
      'topP',
      'stop',
      'logprobs',
    ])
  })

  it('is an effort it does not have, and any effort where it does not think', () => {
    expect(refusalsFor(settings({ reasoningEffort: 'xhigh' }), model('openai/o3'))).toEqual([
      { name: 'reasoningEffort', reason: 'takes only low, medium, high' },
    ])
    expect(names({ reasoningEffort: 'low', thinking: { type: 'enabled' } }, 'openai/gpt-4o')).toEqual(['reasoningEffort', 'thinking'])
    expect(names({ thinking: { type: 'disabled' } }, 'demo/writer')).toEqual([])
  })

  it('is tools and formats it cannot do', () => {
    const asked = {
      tools: [{ type: 'function', function: { name: 'f' } }],
      responseFormat: { type: 'json_schema', jsonSchema: { name: 's' } },
    } as const
    expect(names(asked, 'demo/echo')).toEqual(['tools', 'responseFormat'])
    expect(names(asked, 'demo/writer')).toEqual([])
    expect(names({ responseFormat: { type: 'json_object' } }, 'demo/echo')).toEqual(['responseFormat'])
    expect(names({ responseFormat: { type: 'text' } }, 'demo/echo')).toEqual([])
  })

  it('is nothing where nothing is known', () => {
    expect(refusalsFor(settings({ temperature: 2 }), null)).toEqual([])
    expect(refusalsFor(settings({ temperature: 2, tools: [] }), { ...model('openai/o3'), parameters: null, capabilities: null })).toEqual(
      [],
    )
  })
})
