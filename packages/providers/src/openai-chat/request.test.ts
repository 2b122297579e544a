import type { Model, ModelSettings } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { PreparedCall, ProviderCall } from '../provider.ts'
import { prepareChat } from './request.ts'

const call = (settings: Partial<ModelSettings> = {}, changes: Partial<ProviderCall> = {}): ProviderCall => ({
  endpoint: { baseUrl: 'https://api.example.org/v1', apiKey: 'sk-key' },
  model: 'm',
  facts: null,
  messages: [{ role: 'user', content: 'Hi' }],
  settings: { model: 'p/m', ...settings },
  stream: false,
  ...changes,
})

function prepared(settings: Partial<ModelSettings> = {}, changes: Partial<ProviderCall> = {}): PreparedCall {
  const preparation = prepareChat(call(settings, changes))
  if (!preparation.ok) throw new Error(preparation.error.message)
  return preparation.call
}

const bodyOf = ({ request }: PreparedCall): Record<string, unknown> => JSON.parse(request.body)

const model = (changes: Partial<Model>): Model => ({
  id: 'openai/m',
  name: 'm',
  provider: 'openai',
  displayName: 'M',
  contextTokens: null,
  maxOutputTokens: null,
  price: null,
  capabilities: null,
  parameters: null,
  ...changes,
})

describe('prepareChat', () => {
  it('writes the smallest request: model and messages', () => {
    const { request, stream, settings } = prepared()
    expect(request.method).toBe('POST')
    expect(request.url).toBe('https://api.example.org/v1/chat/completions')
    expect(request.body).toBe('{"model":"m","messages":[{"role":"user","content":"Hi"}]}')
    expect(stream).toBe(false)
    expect(settings).toEqual({ sent: { model: 'm' }, dropped: [], changed: [] })
  })

  it('carries the key in one header, and none where there is none', () => {
    expect(prepared().request.headers).toMatchObject({ authorization: 'Bearer sk-key', 'content-type': 'application/json' })
    const open = prepared({}, { endpoint: { baseUrl: 'http://localhost:8080/v1/', apiKey: null } })
    expect(open.request.headers).not.toHaveProperty('authorization')
    expect(open.request.url).toBe('http://localhost:8080/v1/chat/completions')
  })

  it.each(['', 'sk key', 'sk-\nkey', 'sk-schlüssel'])('refuses a key that no header can carry (%j), without quoting it', (apiKey) => {
    const preparation = prepareChat(call({}, { endpoint: { baseUrl: 'http://x/v1', apiKey } }))
    expect(preparation).toMatchObject({
      ok: false,
      error: { code: 'provider_error', message: expect.stringContaining('Set the key again') },
    })
    expect(JSON.stringify(preparation)).not.toContain('schlüssel')
  })

  it('asks for usage where it asks for a stream', () => {
    const streamed = prepared({}, { stream: true })
    expect(bodyOf(streamed)).toMatchObject({ stream: true, stream_options: { include_usage: true } })
    expect(streamed.stream).toBe(true)
    expect(streamed.settings.sent).toMatchObject({ stream: true, stream_options: { include_usage: true } })
  })

  it('shows everything but the messages as sent', () => {
    const { settings, request } = prepared({ temperature: 0, tools: [{ type: 'web_search' }], toolChoice: 'auto', seed: 1 })
    const { messages: _, ...rest } = JSON.parse(request.body)
    expect(settings.sent).toEqual(rest)
    expect(Object.keys(rest)).toEqual(['model', 'temperature', 'seed', 'tools', 'tool_choice'])
  })

  it('sends lone surrogates, NUL and separators so that they arrive', () => {
    const content = '\ud83d {{x}} $& __proto__ \u0000 \u2028'
    const [message] = JSON.parse(prepared({}, { messages: [{ role: 'user', content }] }).request.body).messages
    expect(message).toEqual({ role: 'user', content })
  })

  describe('extra_body', () => {
    it('goes in last, wins, and is told of', () => {
      const { settings, request } = prepared({ temperature: 0.1, extraBody: { temperature: 2, user: 'u', top_k: null } })
      expect(JSON.parse(request.body)).toMatchObject({ temperature: 2, user: 'u', top_k: null })
      expect(settings.sent).toMatchObject({ temperature: 2, user: 'u' })
      expect(settings.changed).toEqual([{ name: 'temperature', from: 0.1, to: 2, reason: 'extra_body replaces it' }])
    })

    it('keeps a field named __proto__ a field', () => {
      const { request, settings } = prepared({ extraBody: JSON.parse('{"__proto__": {"temperature": 9}, "constructor": 1}') })
      expect(request.body).toContain('"__proto__":{"temperature":9},"constructor":1')
      expect(settings.changed).toEqual([])
      expect(Object.getPrototypeOf(settings.sent)).toBe(Object.prototype)
    })

    it('decides whether it is a stream that is asked for', () => {
      expect(prepared({ extraBody: { stream: false } }, { stream: true }).stream).toBe(false)
      expect(prepared({ extraBody: { stream: true } }).stream).toBe(true)
    })
  })

  it('names a refused definition before anything is sent', () => {
    const preparation = prepareChat(call({ tools: [{ type: 'function', function: { name: 'no good' } }] }))
    expect(preparation).toMatchObject({ ok: false, error: { code: 'invalid_tools', meta: { path: 'tools[0].function.name' } } })
  })

  it('reads the facts of the model', () => {
    const facts = model({ parameters: { temperature: { refused: 'this model sets it itself' } } })
    const { settings, request } = prepared({ temperature: 1 }, { facts })
    expect(request.body).not.toContain('temperature')
    expect(settings.dropped).toEqual([{ name: 'temperature', reason: 'this model sets it itself' }])
  })
})
