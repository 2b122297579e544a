import { describe, expect, it } from 'vitest'
import type { ProviderCall } from '../provider.ts'
import { prepareCountTokens, readTokenCount } from './count-tokens.ts'

const CALL: ProviderCall = {
  endpoint: { baseUrl: 'https://api.anthropic.com/v1', apiKey: 'sk-ant-key' },
  model: 'claude-opus-4-6',
  facts: null,
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi' },
  ],
  settings: {
    model: 'm',
    temperature: 0.5,
    stop: 'x',
    tools: [{ type: 'function', function: { name: 'f' } }],
    thinking: { type: 'adaptive' },
    extraBody: { top_k: 5 },
  },
  stream: true,
}

describe('prepareCountTokens', () => {
  it('asks with what is counted, and nothing else', () => {
    const prepared = prepareCountTokens(CALL)
    if (!prepared.ok) throw new Error(prepared.error.message)
    const { request, stream, settings } = prepared.call
    expect(request.url).toBe('https://api.anthropic.com/v1/messages/count_tokens')
    expect(request.headers).toMatchObject({ authorization: 'Bearer sk-ant-key', 'anthropic-version': '2023-06-01' })
    expect(JSON.parse(request.body)).toEqual({
      model: 'claude-opus-4-6',
      system: 'Be brief.',
      messages: [{ role: 'user', content: 'Hi' }],
      thinking: { type: 'adaptive' },
      tools: [{ name: 'f', input_schema: { type: 'object' } }],
    })
    expect(stream).toBe(false)
    expect(settings.sent).not.toHaveProperty('messages')
  })

  it('refuses what could not be sent either', () => {
    expect(prepareCountTokens({ ...CALL, messages: [] })).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
  })
})

describe('readTokenCount', () => {
  it('reads a count, and nothing where there is none', () => {
    expect(readTokenCount({ input_tokens: 14 })).toBe(14)
    for (const body of [null, {}, { input_tokens: -1 }, { input_tokens: '14' }, 'x']) expect(readTokenCount(body)).toBeNull()
  })
})
