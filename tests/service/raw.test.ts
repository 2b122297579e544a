import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import {
  type FakeProvider,
  anthropicMessage,
  anthropicStream,
  chatBeginning,
  chatCompletion,
  chatErrorEvent,
  chatFailure,
  chatStream,
  startFakeProvider,
} from '@vitrine/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type CallOptions, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

const KEY = 'sk-canary-0123456789abcdefghij'
const keyed = PROVIDER_DEFINITIONS.filter(({ id, loopbackPort }) => id !== 'demo' && loopbackPort === undefined)
let provider: FakeProvider
let service: SpawnedService

beforeAll(async () => {
  provider = await startFakeProvider()
  const env = keyed.flatMap(({ id }) => [
    [`${id.toUpperCase()}_API_KEY`, `${KEY}-${id}`],
    [`${id.toUpperCase()}_BASE_URL`, provider.baseUrl],
  ])
  service = await spawnService({ ...Object.fromEntries(env), VITRINE_MAX_BODY_MB: '0.1' })
})
afterAll(async () => {
  await service.stop()
  await provider.close()
})

const STREAM = { accept: 'text/event-stream' }
const BODY = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi {{x}}' }], temperature: 0.5, strange: { kept: [null, true] } }
const raw = (body: unknown, { headers = {}, path = '/services/completion/raw', ...rest }: CallOptions = {}) =>
  call(service.url, body, { path, headers, ...rest })
const sentText = () => provider.requests.at(-1)?.text

describe('a raw run', () => {
  it('sends the body as it is, and answers as a run does', async () => {
    provider.enqueue(chatCompletion('Hello'))
    const response = await raw({ model: 'openai/gpt-4o-mini', api: 'chat', body: BODY }, { headers: { 'x-vitrine-wire': 'summary' } })
    expect(response.status).toBe(200)
    const result = await resultOf(response)
    expect(result).toMatchObject({
      version: '3.0',
      data: 'Hello',
      raw: true,
      finish_reason: 'stop',
      settings: { dropped: [], changed: [] },
    })
    expect(result.settings.sent).toEqual({ model: 'gpt-4o-mini', temperature: 0.5, strange: { kept: [null, true] } })
    expect(sentText()).toBe(JSON.stringify(BODY))
    expect(result.wire?.[0]?.request.body).toBe(sentText())
    expect(result.tree.nodes[0]?.attributes).toMatchObject({ 'playground.raw': true, 'playground.mode': 'completion' })
    const generation = result.tree.nodes.find(({ name }) => name.startsWith('chat '))
    expect(generation?.attributes).toMatchObject({ 'gen_ai.request.model': 'gpt-4o-mini', 'gen_ai.request.temperature': 0.5 })
    expect(result.tree.nodes[0]?.metrics.acc).toMatchObject({ costs: { total: 0.0000042, source: 'table' }, tokens: { total: 16 } })
  })

  it('keeps numbers as they are written', async () => {
    provider.enqueue(chatCompletion('x'))
    const body = '{"model":"gpt-4o-mini","seed":12345678901234567890,"temperature":1.0,"x":1e400,"__proto__":{"y":-0}}'
    const response = await raw(`{"model":"openai/gpt-4o-mini","body": ${body} }`)
    expect(response.status).toBe(200)
    expect(sentText()).toBe(body)
  })

  it('streams where the body says so, whatever the caller wants back', async () => {
    provider.enqueue(chatStream('Hello'), chatStream('Hello'), chatCompletion('Hello'))
    const streaming = { model: 'gpt-4o-mini', body: { ...BODY, stream: true } }
    const events = await eventsOf(raw(streaming, { headers: STREAM }))
    expect(events[0]).toMatchObject({ type: 'response-start', data: { provider: 'openai' } })
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['part-delta', 'usage', 'cost']))
    expect(events.at(-1)).toMatchObject({ type: 'result', data: { data: 'Hello', raw: true } })
    expect(await resultOf(raw(streaming))).toMatchObject({ data: 'Hello', raw: true })
    const whole = await eventsOf(raw({ model: 'gpt-4o-mini', body: BODY }, { headers: STREAM }))
    expect(whole.at(-1)).toMatchObject({ type: 'result', data: { data: 'Hello' } })
    expect(JSON.parse(sentText() ?? '')).not.toHaveProperty('stream')
  })

  it('answers a chat with the whole message, and reads JSON where JSON was asked for', async () => {
    provider.enqueue(chatCompletion('{"a":1}'))
    const body = { ...BODY, response_format: { type: 'json_object' } }
    const result = await resultOf(raw({ model: 'gpt-4o-mini', body }, { path: '/services/chat/raw' }))
    expect(result).toMatchObject({ data: { role: 'assistant', content: '{"a":1}' }, parsed: { a: 1 }, content_type: 'application/json' })
  })

  it('takes key and address from the vault, whatever the body says', async () => {
    provider.enqueue(chatCompletion('x'))
    const lure = { base_url: 'http://127.0.0.1:9', api_key: 'sk-evil', headers: { authorization: 'Bearer sk-evil' } }
    expect((await raw({ model: 'openai/gpt-4o-mini', body: { ...BODY, ...lure } })).status).toBe(200)
    const request = provider.requests.at(-1)
    expect(request?.headers['authorization']).toBe(`Bearer ${KEY}-openai`)
    expect(JSON.parse(request?.text ?? '')).toMatchObject(lure)
  })

  it('bills the model that the body names', async () => {
    provider.enqueue(chatCompletion('x'))
    const result = await resultOf(raw({ model: 'openai/gpt-4o', body: { ...BODY, model: 'gpt-4o-mini' } }))
    expect(result.tree.nodes[0]?.metrics.acc.costs).toEqual(expect.objectContaining({ total: 0.0000042, source: 'table' }))
  })

  it('goes to Anthropic in its own words', async () => {
    const body = { model: 'claude-x', max_tokens: 5, messages: [{ role: 'user', content: 'Hi' }] }
    provider.enqueue(anthropicMessage('Salve'), anthropicStream('Salve'))
    expect(await resultOf(raw({ model: 'anthropic/claude-x', api: 'messages', body }))).toMatchObject({ data: 'Salve', raw: true })
    expect(provider.requests.at(-1)).toMatchObject({ path: '/v1/messages', text: JSON.stringify(body) })
    const streamed = { model: 'anthropic/claude-x', body: { ...body, stream: true } }
    expect((await eventsOf(raw(streamed, { headers: STREAM }))).at(-1)).toMatchObject({ data: { data: 'Salve', raw: true } })
  })

  it('is cut off like any other: by its deadline', async () => {
    provider.enqueue({ ...chatBeginning('Hel'), end: 'hang' })
    const failure = await failureOf(
      raw({ model: 'gpt-4o-mini', body: { ...BODY, stream: true } }, { headers: { 'x-vitrine-deadline-ms': '300' } }),
    )
    expect(failure).toMatchObject({ status: 504, detail: { code: 'deadline_exceeded', meta: { partial: 'Hel' } } })
  })

  it('fails like any other: with what had come', async () => {
    provider.enqueue(chatBeginning('Hel', [chatErrorEvent('It broke.')]))
    const events = await eventsOf(raw({ model: 'gpt-4o-mini', body: { ...BODY, stream: true } }, { headers: STREAM }))
    expect(events.at(-1)).toMatchObject({ type: 'error', data: { detail: { code: 'provider_error', trace_id: expect.any(String) } } })
  })
})

describe.each(keyed.map(({ id }) => id))('an edited request to %s', (id) => {
  afterEach(() => provider.respond(() => chatCompletion('x')))

  it('arrives byte for byte, and its key comes back from nowhere', async () => {
    const body = { model: 'some-model', prompt: 'nothing anybody knows', messages: [{ role: 'user', content: 'ü' }], n: 1 }
    provider.respond(({ headers }) => {
      const key = headers['authorization'] ?? headers['x-api-key'] ?? ''
      return chatFailure(400, { message: `Bad request with ${key} and ${KEY}-${id}`, code: `${KEY}-${id}` }, { 'x-echo': key })
    })
    const before = provider.requests.length
    const answers = await Promise.all(
      [{ 'x-vitrine-wire': 'full' }, { ...STREAM, 'x-vitrine-wire': 'full' }].map(async (headers) =>
        (await raw({ model: `${id}/some-model`, body }, { headers })).text(),
      ),
    )
    const arrived = provider.requests.slice(before)
    expect(arrived.length).toBe(2)
    for (const request of arrived) {
      expect(request.text).toBe(JSON.stringify(body))
      expect(Object.values(request.headers).join(' ')).toContain(`${KEY}-${id}`)
    }
    for (const answer of answers) {
      expect(answer).toContain('provider_error')
      expect(answer).not.toContain(KEY)
    }
    expect(service.output()).not.toContain(KEY)
  })
})

describe('a raw run is refused', () => {
  const good = { model: 'openai/gpt-4o-mini', body: BODY }
  it.each<[string, unknown, CallOptions, number, string, RegExp]>([
    ['without a credential', good, { headers: { authorization: '' } }, 401, 'unauthenticated', /Authorization/],
    ['without a project', good, { path: '/services/completion/raw?x=1' }, 422, 'invalid_request', /project_id/],
    [
      "for somebody else's project",
      good,
      { path: '/services/completion/raw?project_id=00000000-0000-4000-8000-000000000009' },
      403,
      'project_forbidden',
      /does not open/,
    ],
    ['by another method', good, { method: 'GET' }, 405, 'method_not_allowed', /Use POST/],
    ['in no form that anybody has', good, { headers: { accept: 'image/png' } }, 406, 'not_acceptable', /Accept/],
    ['too large', { ...good, body: { x: 'x'.repeat(110_000) } }, {}, 413, 'body_too_large', /VITRINE_MAX_BODY_MB/],
    ['as a form', good, { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type', /application\/json/],
    ['as no JSON', '{"model":', {}, 422, 'invalid_request', /line 1/],
    ['empty', '', {}, 422, 'invalid_request', /empty/],
    ['as a list', [], {}, 422, 'invalid_request', /object/],
    ['with a body that is text', { ...good, body: '{}' }, {}, 422, 'invalid_request', /body: must be an object/],
    ['with a body that is a list', { ...good, body: [BODY] }, {}, 422, 'invalid_request', /body: must be an object/],
    ['without a body', { model: 'gpt-4o-mini' }, {}, 422, 'invalid_request', /body: missing/],
    ['without a model', { body: BODY }, {}, 422, 'invalid_request', /model: missing/],
    ['with an unknown api', { ...good, api: 'completions' }, {}, 422, 'invalid_request', /api: must be one of auto, chat/],
    ['with an address', { ...good, base_url: 'http://x' }, {}, 422, 'invalid_request', /base_url/],
    ['with a wrong header', good, { headers: { 'x-vitrine-wire': 'all' } }, 422, 'invalid_request', /X-Vitrine-Wire/],
    ['for a model nobody knows', { ...good, model: 'demo/nobody' }, {}, 422, 'unknown_model', /no model "demo\/nobody"/],
    [
      'in an API that the provider does not know',
      { ...good, model: 'anthropic/claude-x', api: 'responses' },
      {},
      422,
      'unsupported_parameter',
      /Anthropic is not asked through the Responses API/,
    ],
  ])('%s', async (_, body, options, status, code, message) => {
    const before = provider.requests.length
    const failure = await failureOf(raw(body, options))
    expect([failure.status, failure.detail.code]).toEqual([status, code])
    expect(failure.detail.message).toMatch(message)
    expect(provider.requests.length).toBe(before)
  })

  it('where there is no key', async () => {
    const keyless = await spawnService()
    const failure = await failureOf(call(keyless.url, good, { path: '/services/chat/raw' }))
    await keyless.stop()
    expect(failure).toMatchObject({ status: 422, detail: { code: 'secret_missing', meta: { provider: 'openai' } } })
  })

  it('by the provider, with its own reason', async () => {
    provider.enqueue(chatFailure(429, { message: 'Slow down.' }, { 'retry-after': '120' }))
    const failure = await failureOf(raw(good))
    expect([failure.status, failure.detail.code, failure.headers.get('retry-after')]).toEqual([429, 'provider_rate_limited', '120'])
  })
})
