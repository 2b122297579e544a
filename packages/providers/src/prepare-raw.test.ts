import { describe, expect, it } from 'vitest'
import { prepareRaw } from './prepare-raw.ts'
import { DIALECTS } from './registry.ts'

const KEY = 'sk-test-0123456789'
const endpoint = { baseUrl: 'https://models.example/v1', apiKey: KEY }
const call = (name: keyof typeof DIALECTS, body: Readonly<Record<string, unknown>>) => {
  const prepared = prepareRaw(DIALECTS[name], { endpoint, model: 'm', facts: null, body })
  if (!prepared.ok) throw new Error(prepared.error.message)
  return prepared.call
}

describe.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])('a raw call of %s', (name) => {
  it('sends the body as it is to the address of the dialect, with its key', () => {
    const body = {
      zeta: [1, null, { b: false }],
      messages: 'nonsense',
      model: 'other',
      base_url: 'https://evil.example',
      api_key: 'sk-evil',
    }
    const usual = DIALECTS[name].prepare({
      endpoint,
      model: 'm',
      facts: null,
      messages: [{ role: 'user', content: 'x' }],
      settings: { model: 'm' },
      stream: false,
    })
    const { request, settings } = call(name, body)
    expect(request.body).toBe(JSON.stringify(body))
    expect(usual.ok && [usual.call.request.url, usual.call.request.headers]).toEqual([request.url, request.headers])
    expect(JSON.stringify(request.headers)).toContain(KEY)
    const { messages: _, ...rest } = body
    expect(settings).toEqual({ sent: rest, dropped: [], changed: [] })
  })

  it.each([
    [{ stream: true }, true],
    [{ stream: false }, false],
    [{ stream: 'true' }, false],
    [{}, false],
  ])('lets the body decide whether it streams: %j', (body, stream) => {
    expect(call(name, body).stream).toBe(stream)
  })

  it('refuses a key that cannot be sent', () => {
    const broken = { ...endpoint, apiKey: 'two words' }
    expect(prepareRaw(DIALECTS[name], { endpoint: broken, model: 'm', facts: null, body: {} })).toMatchObject({ ok: false })
  })
})
