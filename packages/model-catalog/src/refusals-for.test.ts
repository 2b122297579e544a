import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { findModel, listModels } from './find-model.ts'
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

/** Which settings are refused, each asked alone, beside these. */
const refusedBeside = (id: string, beside: Partial<ModelSettings> = {}) => {
  const asked: readonly Partial<ModelSettings>[] = [
    { temperature: 1 },
    { topP: 0.9 },
    { stop: ['x'] },
    { seed: 1 },
    { frequencyPenalty: 1 },
    { presencePenalty: 1 },
    { logprobs: true },
  ]
  return asked.filter((one) => refusalsFor(settings({ ...one, ...beside }), model(id)).length > 0).flatMap((one) => Object.keys(one))
}
const on = { thinking: { type: 'enabled' } } as const
const off = { thinking: { type: 'disabled' } } as const
const adaptive = { thinking: { type: 'adaptive' } } as const
const SAMPLING = ['temperature', 'topP']

describe('the generations of Claude', () => {
  it.each(['claude-opus-4-7', 'claude-opus-4-8', 'claude-opus-5', 'claude-sonnet-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'])(
    '%s takes no sampling, thinking or not',
    (name) => {
      for (const beside of [{}, off, adaptive]) expect(refusedBeside(`anthropic/${name}`, beside)).toEqual(SAMPLING)
    },
  )

  it.each(['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'])(
    '%s takes a temperature, but not while it thinks; by itself it does not',
    (name) => {
      const id = `anthropic/${name}`
      for (const beside of [{}, off]) expect(refusedBeside(id, beside)).toEqual([])
      expect(refusedBeside(id, on)).toContain('temperature')
      expect(thinkingIsOn(settings({}), model(id))).toBe(false)
    },
  )

  it('think by the model’s own judgement, by a budget, or by both, and refuse the other kind', () => {
    expect(names(on, 'anthropic/claude-opus-4-7')).toEqual(['thinking'])
    expect(names(adaptive, 'anthropic/claude-sonnet-4-5')).toEqual(['thinking'])
    for (const kind of [on, off, adaptive]) expect(names(kind, 'anthropic/claude-opus-4-6')).toEqual([])
    expect(names(adaptive, 'anthropic/claude-opus-5')).toEqual([])
  })

  it('that always think let nobody switch it off', () => {
    for (const id of ['claude-fable-5', 'claude-fable-5-1', 'claude-opus-5-5'].map((name) => `anthropic/${name}`)) {
      expect(refusalsFor(settings(off), model(id))).toEqual([{ name: 'thinking', reason: 'takes only adaptive' }])
      expect(thinkingIsOn(settings(off), model(id))).toBe(true)
    }
  })

  it('that may be stopped are stopped', () => {
    expect(thinkingIsOn(settings({}), model('anthropic/claude-opus-5'))).toBe(true)
    expect(thinkingIsOn(settings(off), model('anthropic/claude-opus-5'))).toBe(false)
  })

  it('have levels of effort, or none', () => {
    for (const name of ['claude-sonnet-4-5', 'claude-haiku-4-5']) {
      expect(refusalsFor(settings({ reasoningEffort: 'high' }), model(`anthropic/${name}`))).toEqual([
        { name: 'reasoningEffort', reason: expect.stringMatching(/budget of tokens/) },
      ])
    }
    expect(names({ reasoningEffort: 'max' }, 'anthropic/claude-opus-4-6')).toEqual([])
    expect(names({ reasoningEffort: 'xhigh' }, 'anthropic/claude-opus-4-6')).toEqual(['reasoningEffort'])
    expect(names({ reasoningEffort: 'xhigh' }, 'anthropic/claude-opus-4-8')).toEqual([])
  })
})

describe('models that reason', () => {
  it('of OpenAI take a temperature only where they can do without, and do', () => {
    expect(names({ temperature: 0.5 }, 'openai/gpt-5')).toEqual(['temperature'])
    expect(names({ temperature: 0.5 }, 'openai/gpt-5.1')).toEqual([])
    expect(names({ temperature: 0.5, reasoningEffort: 'low' }, 'openai/gpt-5.1')).toEqual(['temperature'])
    expect(names({ reasoningEffort: 'minimal' }, 'openai/gpt-5')).toEqual([])
    expect(names({ reasoningEffort: 'none' }, 'openai/gpt-5')).toEqual(['reasoningEffort'])
  })

  it('of xAI take no penalties and no stop', () => {
    expect(refusedBeside('xai/grok-4.5')).toEqual(expect.arrayContaining(['stop', 'frequencyPenalty', 'presencePenalty']))
    expect(thinkingIsOn(settings({ reasoningEffort: 'none' }), model('xai/grok-4.5'))).toBe(true)
    expect(thinkingIsOn(settings({ reasoningEffort: 'none' }), model('xai/grok-4.3'))).toBe(false)
  })

  it('of DeepSeek sample only while they do not think', () => {
    expect(refusedBeside('deepseek/deepseek-v4-pro')).toContain('temperature')
    expect(refusedBeside('deepseek/deepseek-v4-pro', off)).not.toContain('temperature')
  })

  it('of Google take the levels they have', () => {
    expect(refusalsFor(settings({ reasoningEffort: 'minimal' }), model('google/gemini-3.8-flash'))).toEqual([
      { name: 'reasoningEffort', reason: 'takes only low, medium, high' },
    ])
    expect(names({ temperature: 1 }, 'google/gemini-3.1-pro-preview')).toEqual([])
  })

  it('are the ones that have a way to say how they think, or always do', () => {
    for (const { id, thinking, capabilities, parameters } of listModels()) {
      const levels = parameters?.reasoningEffort?.values ?? []
      const { modes = [], off: offBy, offUpToEffort = levels[0], budget } = thinking ?? {}
      expect({
        id,
        thinks: thinking === undefined || capabilities?.thinking === true,
        hasEffort: !modes.includes('effort') || parameters?.reasoningEffort !== undefined,
        hasNone: offBy !== 'none' || levels.includes('none'),
        hasBound: offUpToEffort === undefined || levels.includes(offUpToEffort),
        hasBudget: budget === undefined || modes.includes('budget'),
      }).toEqual({ id, thinks: true, hasEffort: true, hasNone: true, hasBound: true, hasBudget: true })
    }
  })
})
