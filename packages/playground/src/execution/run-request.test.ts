import { describe, expect, it } from 'vitest'
import { rowValues } from '../state/row-values.ts'
import type { EnhancedPrompt } from '../state/prompt.ts'
import type { LoadableRow } from '../state/row.ts'
import { inputsOf } from './inputs-of.ts'
import { transformToRequestBody } from './run-request.ts'

const prompt = (rest: Partial<EnhancedPrompt> = {}): EnhancedPrompt => ({
  sessionId: 's',
  mode: 'completion',
  messages: [
    { id: 'm1', role: 'system', content: 'You are a helpful assistant.' },
    { id: 'm2', role: 'user', content: "Translate '{text}' to {language}." },
  ],
  llmConfig: { model: 'gpt-4o-mini', temperature: 0.7, maxTokens: 1000 },
  templateFormat: 'fstring',
  variables: ['text', 'language'],
  ...rest,
})
const row = (data: Readonly<Record<string, string>>, history: LoadableRow['history'] = []): LoadableRow => ({
  id: 'r',
  data: rowValues(Object.entries(data)),
  history,
})
const variable = (name: string, path: string) => ({ name, path, span: { offset: 0, length: 1, line: 1, column: 1 } })

describe('transformToRequestBody', () => {
  it('makes the body that the contract shows', () => {
    expect(transformToRequestBody({ prompt: prompt(), row: row({ text: 'Hello world', language: 'Spanish' }) })).toEqual({
      ag_config: {
        prompt: {
          messages: [
            { role: 'system', content: 'You are a helpful assistant.' },
            { role: 'user', content: "Translate '{text}' to {language}." },
          ],
          template_format: 'fstring',
          llm_config: { model: 'gpt-4o-mini', temperature: 0.7, max_tokens: 1000 },
        },
      },
      inputs: { text: 'Hello world', language: 'Spanish' },
    })
  })

  it('sends no application unless there is one', () => {
    const parts = { prompt: prompt(), row: row({}) }
    expect(transformToRequestBody(parts)).not.toHaveProperty('application_id')
    expect(transformToRequestBody({ ...parts, applicationId: 'app' })).toHaveProperty('application_id', 'app')
  })

  it('sends what is set, zero and false too, and nothing that is blank', () => {
    const llmConfig = {
      model: 'm',
      temperature: 0,
      topP: Number.NaN,
      stop: [],
      tools: [],
      logprobs: false,
      reasoningEffort: '',
      extraBody: {},
      seed: 0,
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema: { fooBar: { minLength: 1 } } } },
    } as const
    expect(transformToRequestBody({ prompt: prompt({ llmConfig }), row: row({}) }).ag_config.prompt.llm_config).toEqual({
      model: 'm',
      temperature: 0,
      logprobs: false,
      seed: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { fooBar: { minLength: 1 } } } },
    })
  })

  it('sends parts of messages by their names on the wire, and no identities', () => {
    const messages: EnhancedPrompt['messages'] = [
      {
        id: 'x',
        role: 'user',
        content: [
          { type: 'text', text: 't' },
          { type: 'image_url', imageUrl: { url: 'data:,' } },
        ],
      },
      { id: 'y', role: 'tool', content: 'r', toolCallId: 'c' },
    ]
    expect(transformToRequestBody({ prompt: prompt({ messages }), row: row({}) }).ag_config.prompt.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 't' },
          { type: 'image_url', image_url: { url: 'data:,' } },
        ],
      },
      { role: 'tool', content: 'r', tool_call_id: 'c' },
    ])
  })

  it('sends the conversation of a chat row, and none in completion mode', () => {
    const talk = row({}, [{ id: 'h', role: 'user', content: '{{not}} a template' }])
    expect(transformToRequestBody({ prompt: prompt({ mode: 'chat' }), row: talk })).toHaveProperty('messages', [
      { role: 'user', content: '{{not}} a template' },
    ])
    expect(transformToRequestBody({ prompt: prompt(), row: talk })).not.toHaveProperty('messages')
  })

  it('sends earlier answers as their provider wrote them, thoughts included', () => {
    const native = { dialect: 'openai-responses', items: [{ type: 'reasoning', encrypted_content: 'x', camelCase: 1 }] }
    const thinking = [{ text: 'Hm.', signature: 's' }]
    const toolCalls = [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] as const
    const talk = row({}, [{ id: 'h', role: 'assistant', content: 'Hi', thinking, native, toolCalls }])
    expect(transformToRequestBody({ prompt: prompt({ mode: 'chat' }), row: talk })).toHaveProperty('messages', [
      { role: 'assistant', content: 'Hi', thinking, native, tool_calls: toolCalls },
    ])
  })

  it('cuts no long prompt', () => {
    const content = 'é'.repeat(200_000)
    const body = transformToRequestBody({ prompt: prompt({ messages: [{ id: 'm', role: 'user', content }] }), row: row({}) })
    expect(body.ag_config.prompt.messages[0]?.content).toBe(content)
  })
})

const given = (text: string, path: string) =>
  inputsOf({ prompt: { variables: ['user'] }, row: row({ user: text }), variables: [variable('user', path)] })['user']

describe('inputsOf', () => {
  it('carries every value and every name unchanged to the wire', () => {
    const data = { a: '{{b}} $& $1', constructor: 'c\0', half: '\ud83d', 'user-id': ' é ' }
    const withProto: LoadableRow = { ...row({}), data: rowValues([...Object.entries(data), ['__proto__', 'inert']]) }
    const inputs = inputsOf({ prompt: { variables: ['a', '__proto__', 'constructor', 'half', 'user-id'] }, row: withProto })
    expect(Object.getPrototypeOf(inputs)).toBeNull()
    const read: unknown = JSON.parse(JSON.stringify(inputs))
    expect(Object.entries(read ?? {})).toEqual([
      ['a', '{{b}} $& $1'],
      ['__proto__', 'inert'],
      ['constructor', 'c\0'],
      ['half', '\ud83d'],
      ['user-id', ' é '],
    ])
    expect(Object.entries(structuredClone(inputs)).map(([name]) => name)).toContain('__proto__')
  })

  it('leaves out what has no value, and what no variable reads', () => {
    const of = { prompt: { variables: ['a', 'toString'] }, row: row({ other: 'x' }) }
    expect(Object.keys(inputsOf(of))).toEqual([])
    expect({ ...inputsOf({ ...of, emptyMissing: true }) }).toEqual({ a: '', toString: '' })
  })

  it('gives a path something to lead into, and leaves every other text a text', () => {
    expect(given('{"name": "Ann"}', 'name')).toEqual({ name: 'Ann' })
    expect(given('{"name": "Ann"}', '')).toBe('{"name": "Ann"}')
    expect(given('[1, 2]', '0')).toEqual([1, 2])
    expect(given('{broken', 'name')).toBe('{broken')
    expect(given('12', 'name')).toBe('12')
    expect(given('{"id": 12345678901234567890}', 'id')).toBe('{"id": 12345678901234567890}')
  })
})
