import type { ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { fakeVariant } from '../fake-export-source.ts'
import { createLossList } from '../loss.ts'
import { providerConfig } from './provider-config.ts'

const tool = (description: string) => ({ type: 'function' as const, function: { name: 'f', description } })
const schema = (description: string) => ({ type: 'json_schema' as const, jsonSchema: { name: 'x', schema: { description } } })

function written(id: string, settings: Partial<ModelSettings>) {
  const losses = createLossList()
  const config = providerConfig(fakeVariant({ llmConfig: { model: 'm', ...settings } }), id, losses)
  return [config, losses.all().map(({ code, values }) => [code, ...Object.values(values)].join(' '))]
}

describe('how a configuration asks a model', () => {
  it.each<readonly [string, string, Partial<ModelSettings>, object]>([
    ['nothing of its own accord', 'openai:chat:gpt-4o', {}, { omitDefaults: true }],
    ['nothing that another client does not know', 'litellm:x', { temperature: 1 }, { temperature: 1 }],
    ['its own name for a limit', 'openai:responses:gpt-4o', { maxTokens: 5 }, { omitDefaults: true, max_output_tokens: 5 }],
    [
      'fields that only models that reason are sent',
      'openai:chat:o3',
      { maxCompletionTokens: 5, reasoningEffort: 'low' },
      { omitDefaults: true, max_completion_tokens: 5, reasoning_effort: 'low' },
    ],
    [
      'the same fields past the client for the rest',
      'openai:chat:gpt-4o',
      { maxCompletionTokens: 5, reasoningEffort: 'low' },
      { omitDefaults: true, passthrough: { max_completion_tokens: 5, reasoning_effort: 'low' } },
    ],
    ['tools', 'openai:chat:gpt-4o', { tools: [tool('x')] }, { omitDefaults: true, tools: [tool('x')] }],
    [
      'tools with braces as they are',
      'openai:chat:gpt-4o',
      { tools: [tool('{{x')] },
      { omitDefaults: true, passthrough: { tools: [tool('{{x')] } },
    ],
    [
      'tools with braces as Responses has them',
      'openai:responses:gpt-4o',
      { tools: [tool('{{x')] },
      { omitDefaults: true, passthrough: { tools: [{ type: 'function', name: 'f', description: '{{x' }] } },
    ],
    [
      'a schema as it is',
      'openai:chat:gpt-4o',
      { responseFormat: schema('x') },
      {
        omitDefaults: true,
        passthrough: { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { description: 'x' } } } },
      },
    ],
    [
      'a schema that has to be filled in',
      'openai:chat:gpt-4o',
      { responseFormat: schema('Says {{text}}') },
      {
        omitDefaults: true,
        response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { description: 'Says {{ text }}' } } },
      },
    ],
  ])('has %s', (_, id, settings, config) => {
    expect(written(id, settings)).toEqual([config, []])
  })

  it('tells what such a model is not sent, whatever a file says', () => {
    expect(written('openai:chat:gpt-5', { temperature: 1, maxTokens: 5, seed: 1 })).toEqual([
      { omitDefaults: true, seed: 1 },
      ['settings temperature, max_tokens'],
    ])
  })

  it('tells of a schema whose braces do not last', () => {
    expect(written('openai:chat:gpt-4o', { responseFormat: schema('{{text}} {% x') })[1]).toEqual(['template {{text}} {% x A'])
  })

  it('asks for nothing of the environment that it is run in', () => {
    const settings = { tools: [tool('{{ env.KEY }}')], extraBody: { user: "{{env['KEY']}}", store: true } }
    expect(written('openai:chat:gpt-4o', settings)).toEqual([
      { omitDefaults: true, passthrough: { store: true } },
      ['settings tools, user'],
    ])
  })
})
