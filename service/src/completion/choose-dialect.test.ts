import type { Model, ModelApi, RawApi } from '@vitrine/contracts'
import { PROVIDER_DEFINITIONS, type ProviderDefinition } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { type DialectQuestion, chooseDialect } from './choose-dialect.ts'

const plain: ProviderDefinition = {
  id: 'house',
  displayName: 'House',
  dialect: 'openai-chat',
  defaultBaseUrl: 'https://house.example/v1',
  keyOptional: false,
}
const both: ProviderDefinition = { ...plain, alsoSpeaks: ['anthropic'] }

function definitionOf(id: string): ProviderDefinition {
  const found = PROVIDER_DEFINITIONS.find((definition) => definition.id === id)
  if (found === undefined) throw new Error(`there is no ${id}`)
  return found
}
const factsOf = (fields: Partial<Model>): Model => ({
  id: 'house/m',
  name: 'm',
  provider: 'house',
  displayName: 'm',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
  ...fields,
})
const OFF = { disabled: true, enabled: new Set(['openai']) }
const choose = (definition: ProviderDefinition, changes: Partial<DialectQuestion> = {}) =>
  chooseDialect({
    definition,
    api: 'auto',
    model: 'm',
    facts: null,
    settings: { model: 'm' },
    baseUrl: 'https://house.example/v1',
    responses: { disabled: false, enabled: new Set() },
    ...changes,
  })

describe('chooseDialect', () => {
  it.each(PROVIDER_DEFINITIONS.map(({ id }) => id))('asks %s in its own dialect', (id) => {
    expect(choose(definitionOf(id))).toEqual({ dialect: definitionOf(id).dialect, ignored: null })
  })

  it('takes the API that is asked for, where the provider knows it', () => {
    expect(choose(both, { api: 'messages' })).toEqual({ dialect: 'anthropic', ignored: null })
    expect(choose(both, { api: 'chat' })).toEqual({ dialect: 'openai-chat', ignored: null })
  })

  it.each<RawApi>(['responses', 'messages'])('says why %s is not what it becomes', (api) => {
    const { dialect, ignored } = choose(plain, { api })
    expect(dialect).toBe('openai-chat')
    expect(ignored).toMatch(/^House is not asked through the (Responses|Messages) API, but through chat completions$/)
  })

  it.each<[string, Partial<Model>, string]>([
    ['only over another API', { api: ['messages'] }, 'anthropic'],
    ['over both', { api: ['messages', 'chat'] }, 'openai-chat'],
    ['only over one nobody offers', { api: ['responses'] }, 'openai-chat'],
    ['with tools only over another', { toolsOver: ['messages'] }, 'anthropic'],
  ])('asks a model that answers %s accordingly', (_, facts, dialect) => {
    const settings = { model: 'm', reasoningEffort: 'low', tools: [{ type: 'function' as const, function: { name: 'f' } }] }
    expect(choose(both, { facts: factsOf(facts), settings })).toEqual({ dialect, ignored: null })
  })

  it('minds where tools are called only where there are tools and it thinks', () => {
    const facts = factsOf({ toolsOver: ['messages'] satisfies readonly ModelApi[] })
    const tools = [{ type: 'function' as const, function: { name: 'f' } }]
    expect(choose(both, { facts, settings: { model: 'm', reasoningEffort: 'low' } }).dialect).toBe('openai-chat')
    expect(choose(both, { facts, settings: { model: 'm', tools, reasoningEffort: 'none' } }).dialect).toBe('openai-chat')
  })

  it('holds facts of a model for true only where its maker serves it', () => {
    const facts = factsOf({ api: ['messages'] })
    expect(choose(both, { facts, baseUrl: 'https://gateway.example/v1' }).dialect).toBe('openai-chat')
    expect(choose({ ...both, id: 'other' }, { facts }).dialect).toBe('openai-chat')
  })

  it('lets a wish win over what is usual', () => {
    expect(choose(both, { api: 'chat', facts: factsOf({ api: ['messages'] }) })).toEqual({ dialect: 'openai-chat', ignored: null })
  })

  it('names the switch that turned the Responses API off', () => {
    expect(choose(both, { api: 'responses', responses: OFF }).ignored).toContain('OPENAI_RESPONSES_DISABLE')
    expect(choose(both, { responses: OFF })).toEqual({ dialect: 'openai-chat', ignored: null })
  })
})

describe('REQ-005: OpenAI is asked through the Responses API', () => {
  const official = 'https://api.openai.com/v1'
  const openai = (changes: Partial<DialectQuestion>) => choose(definitionOf('openai'), { model: 'gpt-4o', baseUrl: official, ...changes })

  it.each<[string, Partial<DialectQuestion>, string]>([
    ['for a model that is there', {}, 'openai-responses'],
    ['also for a dated one', { model: 'o3-mini-2025-01-31' }, 'openai-responses'],
    ['not for one that is not', { model: 'gpt-3.5-turbo' }, 'openai-chat'],
    ['not at another address', { baseUrl: 'https://llm.campus.example/v1' }, 'openai-chat'],
    ['at another address where the call asks for it', { baseUrl: 'https://llm.campus.example/v1', api: 'responses' }, 'openai-responses'],
    ['not where the call asks for chat completions', { api: 'chat' }, 'openai-chat'],
    [
      'at another address where the operator says so',
      { baseUrl: 'https://llm.campus.example/v1', responses: { disabled: false, enabled: new Set(['openai']) } },
      'openai-responses',
    ],
    ['not where it is switched off', { responses: OFF }, 'openai-chat'],
    ['not where it is switched off and asked for (EC5)', { responses: OFF, api: 'responses' }, 'openai-chat'],
  ])('%s', (_, changes, dialect) => {
    expect(openai(changes).dialect).toBe(dialect)
  })

  it('and a gateway only where the call or the operator asks for it', () => {
    const gateway = { baseUrl: 'http://127.0.0.1:4000/v1', model: 'gpt-4o', facts: factsOf({ provider: 'litellm', api: ['responses'] }) }
    expect(choose(definitionOf('litellm'), gateway).dialect).toBe('openai-chat')
    expect(choose(definitionOf('litellm'), { ...gateway, api: 'responses' })).toEqual({ dialect: 'openai-responses', ignored: null })
    const enabled = { disabled: false, enabled: new Set(['litellm']) }
    expect(choose(definitionOf('litellm'), { ...gateway, responses: enabled }).dialect).toBe('openai-responses')
    expect(choose(definitionOf('litellm'), { ...gateway, responses: enabled, api: 'chat' }).dialect).toBe('openai-chat')
  })
})
