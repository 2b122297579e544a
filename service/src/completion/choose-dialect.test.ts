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
/** A definition may name any dialect of the registry; here one stands for an API that another stands for there. */
const both: ProviderDefinition = { ...plain, alsoSpeaks: ['anthropic'] }

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
const choose = (definition: ProviderDefinition, changes: Partial<DialectQuestion> = {}) =>
  chooseDialect({
    definition,
    api: 'auto',
    model: 'm',
    facts: null,
    settings: { model: 'm' },
    baseUrl: 'https://house.example/v1',
    responsesDisabled: false,
    ...changes,
  })

describe('chooseDialect', () => {
  it.each(PROVIDER_DEFINITIONS.map((definition) => [definition.id, definition] as const))('asks %s in its own dialect', (_, definition) => {
    expect(choose(definition)).toEqual({ dialect: definition.dialect, ignored: null })
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

  it('lets a wish win over what is usual', () => {
    expect(choose(both, { api: 'chat', facts: factsOf({ api: ['messages'] }) })).toEqual({ dialect: 'openai-chat', ignored: null })
  })

  it('names the switch that turned the Responses API off', () => {
    expect(choose(both, { api: 'responses', responsesDisabled: true }).ignored).toContain('OPENAI_RESPONSES_DISABLE')
    expect(choose(both, { responsesDisabled: true })).toEqual({ dialect: 'openai-chat', ignored: null })
  })
})
