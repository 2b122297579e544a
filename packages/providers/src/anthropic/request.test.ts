import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { PreparedCall, ProviderCall } from '../provider.ts'
import { prepareMessages } from './request.ts'

const callOf = (settings: Partial<ModelSettings> = {}, changes: Partial<ProviderCall> = {}): ProviderCall => ({
  endpoint: { baseUrl: 'https://api.anthropic.com/v1', apiKey: 'sk-ant-key' },
  model: 'claude-opus-5-5',
  facts: null,
  messages: [{ role: 'user', content: 'Hi' }],
  settings: { model: 'anthropic/claude-opus-5-5', ...settings },
  stream: false,
  ...changes,
})

function prepared(settings: Partial<ModelSettings> = {}, changes: Partial<ProviderCall> = {}): PreparedCall {
  const preparation = prepareMessages(callOf(settings, changes))
  if (!preparation.ok) throw new Error(preparation.error.message)
  return preparation.call
}

const bodyOf = (settings: Partial<ModelSettings> = {}, changes: Partial<ProviderCall> = {}): Record<string, unknown> =>
  JSON.parse(prepared(settings, changes).request.body)

const facts = (changes: Partial<Model>): Model => ({
  id: 'anthropic/m',
  name: 'm',
  provider: 'anthropic',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
  ...changes,
})

describe('prepareMessages', () => {
  it('writes the smallest request, and says which limit it had to set', () => {
    const { request, stream, settings } = prepared()
    expect([request.method, request.url]).toEqual(['POST', 'https://api.anthropic.com/v1/messages'])
    expect(request.body).toBe('{"model":"claude-opus-5-5","max_tokens":16000,"messages":[{"role":"user","content":"Hi"}]}')
    expect(stream).toBe(false)
    expect(settings).toEqual({
      sent: { model: 'claude-opus-5-5', max_tokens: 16_000 },
      dropped: [],
      changed: [{ name: 'max_tokens', from: null, to: 16_000, reason: 'the Messages API wants a limit' }],
    })
  })

  it('carries the key as the official client does, and none where there is none', () => {
    expect(prepared().request.headers).toMatchObject({ authorization: 'Bearer sk-ant-key', 'content-type': 'application/json' })
    const open = prepared({}, { endpoint: { baseUrl: 'http://localhost:8080', apiKey: null } })
    expect(open.request.headers).not.toHaveProperty('authorization')
    expect(open.request.url).toBe('http://localhost:8080/v1/messages')
  })

  it.each(['', 'sk key', 'sk-\nkey', 'sk-schlüssel'])('refuses a key that no header can carry (%j), without quoting it', (apiKey) => {
    const preparation = prepareMessages(callOf({}, { endpoint: { baseUrl: 'http://x/v1', apiKey } }))
    expect(preparation).toMatchObject({ ok: false, error: { message: expect.stringContaining('Set the key again') } })
    expect(JSON.stringify(preparation)).not.toContain('schlüssel')
  })

  it('shows as settings what is no part of the conversation', () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hi' },
    ] as const
    expect(prepared({ maxTokens: 5 }, { messages }).settings.sent).toEqual({ model: 'claude-opus-5-5', max_tokens: 5 })
  })

  it('asks in the version that the model’s generation wants', () => {
    expect(prepared().request.headers['anthropic-version']).toBe('2026-10-21')
    expect(prepared({}, { model: 'claude-opus-4-6' }).request.headers['anthropic-version']).toBe('2023-06-01')
  })

  it('asks for a stream where one is wanted', () => {
    const streamed = prepared({}, { stream: true })
    expect(streamed.stream).toBe(true)
    expect(JSON.parse(streamed.request.body)).toMatchObject({ stream: true, max_tokens: 32_000 })
  })

  it('writes everything that a model of 4.6 takes', () => {
    const settings: Partial<ModelSettings> = {
      temperature: 0.2,
      maxTokens: 100,
      stop: 'END',
      tools: [{ type: 'function', function: { name: 'f', description: 'd', parameters: { type: 'object', properties: {} } } }],
      toolChoice: 'required',
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'n', schema: { type: 'object' } } },
    }
    const { request, settings: report } = prepared(settings, { model: 'claude-sonnet-4-6' })
    const { messages: _, ...rest } = JSON.parse(request.body)
    expect(rest).toEqual({
      model: 'claude-sonnet-4-6',
      max_tokens: 100,
      temperature: 0.2,
      stop_sequences: ['END'],
      tools: [{ name: 'f', description: 'd', input_schema: { type: 'object', properties: {} } }],
      tool_choice: { type: 'any' },
      output_config: { format: { type: 'json_schema', schema: { type: 'object' } } },
    })
    expect(report).toEqual({ sent: rest, dropped: [], changed: [] })
  })

  describe('AC1.5: temperature while the model thinks', () => {
    const thinking = { thinking: { type: 'enabled', budgetTokens: 2_000 } as const, temperature: 0.5, topP: 0.9 }

    it('is left out, and told', () => {
      const { request, settings } = prepared(thinking, { model: 'claude-sonnet-4-5' })
      expect(JSON.parse(request.body)).not.toHaveProperty('temperature')
      expect(settings.dropped).toEqual([
        { name: 'temperature', reason: 'not taken while the model thinks' },
        { name: 'top_p', reason: 'not taken while the model thinks' },
      ])
    })

    it('is left out with the catalogue’s own reason where it has one', () => {
      const parameters = { temperature: { refusedWhileThinking: 'thoughts have their own temperature' } }
      const { settings } = prepared(thinking, { model: 'claude-sonnet-4-5', facts: facts({ parameters }) })
      expect(settings.dropped).toContainEqual({ name: 'temperature', reason: 'thoughts have their own temperature' })
      expect(settings.dropped.filter(({ name }) => name === 'temperature')).toHaveLength(1)
    })

    it('is sent where thinking is off', () => {
      expect(bodyOf({ thinking: { type: 'disabled' }, temperature: 0.5 }, { model: 'claude-sonnet-4-5' })).toMatchObject({
        temperature: 0.5,
        thinking: { type: 'disabled' },
      })
    })
  })

  it('takes the limit of the catalogue before its own', () => {
    expect(bodyOf({}, { facts: facts({ maxOutputTokens: 900 }) })).toMatchObject({ max_tokens: 900 })
  })

  it('leaves out what the catalogue says is refused', () => {
    const parameters = { stop: { refused: 'no stop here' }, thinking: { refused: 'no thoughts here' } }
    const { request, settings } = prepared({ stop: 'x', thinking: { type: 'enabled' } }, { facts: facts({ parameters }) })
    expect(Object.keys(JSON.parse(request.body))).toEqual(['model', 'max_tokens', 'messages'])
    expect(settings.dropped).toEqual([
      { name: 'thinking', reason: 'no thoughts here' },
      { name: 'stop', reason: 'no stop here' },
    ])
  })

  it('goes on without thinking where the thoughts behind the last calls are gone, and the model would miss them', () => {
    const call = { id: 't1', type: 'function', function: { name: 'f', arguments: '{}' } } as const
    const messages = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', toolCalls: [call] },
      { role: 'tool', toolCallId: 't1', content: '1' },
    ] as const
    const asked = { thinking: { type: 'enabled', budgetTokens: 2_000 } as const }
    const { request, settings } = prepared(asked, { model: 'claude-sonnet-4-5', messages })
    expect(JSON.parse(request.body)).not.toHaveProperty('thinking.budget_tokens')
    expect(settings.dropped).toMatchObject([{ name: 'thinking', reason: expect.stringContaining('thoughts behind the last tool calls') }])
    expect(bodyOf(asked, { model: 'claude-opus-4-8', messages })).toMatchObject({ thinking: { type: 'adaptive' } })
    const [asking, calling, answering] = messages
    const thought = [asking, { ...calling, thinking: [{ text: 'Hm', signature: 's' }] }, answering]
    expect(bodyOf(asked, { model: 'claude-sonnet-4-5', messages: thought })).toMatchObject({
      thinking: { type: 'enabled', budget_tokens: 2_000 },
    })
  })

  describe('extra_body', () => {
    it('goes in last, wins, and is told of', () => {
      const { settings, request } = prepared({ maxTokens: 5, extraBody: { max_tokens: 9, top_k: 3, metadata: { user_id: 'u' } } })
      expect(JSON.parse(request.body)).toMatchObject({ max_tokens: 9, top_k: 3, metadata: { user_id: 'u' } })
      expect(settings.changed).toEqual([{ name: 'max_tokens', from: 5, to: 9, reason: 'extra_body replaces it' }])
    })

    it('keeps a field named __proto__ a field, and decides whether it is a stream', () => {
      const { request, stream } = prepared({ extraBody: JSON.parse('{"__proto__": {"a": 1}, "stream": true}') })
      expect(request.body).toContain('"__proto__":{"a":1}')
      expect(stream).toBe(true)
    })
  })

  it('sends lone surrogates, NUL and separators so that they arrive', () => {
    const content = '\ud83d {{x}} $& __proto__ \u0000 \u2028'
    expect(bodyOf({}, { messages: [{ role: 'user', content }] })['messages']).toEqual([{ role: 'user', content }])
  })

  it('names a refused definition, and a part that cannot be sent, before anything is sent', () => {
    expect(prepareMessages(callOf({ tools: [{ type: 'function', function: { name: 'no good' } }] }))).toMatchObject({
      ok: false,
      error: { code: 'invalid_tools', meta: { path: 'tools[0].function.name' } },
    })
    const content = [{ type: 'input_audio', inputAudio: { data: 'AAAA', format: 'wav' } }] as const
    expect(prepareMessages(callOf({}, { messages: [{ role: 'user', content }] }))).toMatchObject({
      ok: false,
      error: { code: 'unsupported_parameter', meta: { parameter: 'input_audio', location: 'messages[0].content[0]' } },
    })
  })
})
