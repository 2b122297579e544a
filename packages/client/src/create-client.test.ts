import type { CompletionTestRequest } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from './create-client.ts'
import { RESPONSE, type Reaction, fakeService, json, streamOf, wireEvent } from './fake-service.ts'
import type { RunEvent } from './read-events.ts'

const BODY: CompletionTestRequest = { ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } }, inputs: { a: 'é' } }
const START = wireEvent('response-start', { model: 'm', provider: 'p', trace_id: 't', span_id: 's' })
const PIECE = wireEvent('part-delta', { index: 0, delta: 'Hola' })
const RESULT = wireEvent('result', RESPONSE)
const refusal = (status: number, code: string, headers = {}) => json({ detail: { code, message: 'No.', trace_id: 'tr' } }, status, headers)

function setUp(reactions: readonly Reaction[], rest: Partial<ClientOptions> = {}) {
  const service = fakeService(...reactions)
  const client = createClient({
    serviceUrl: 'https://s.test',
    projectId: 'p 1',
    getToken: async () => 'token',
    fetch: service.fetch,
    randomBytes: (count) => new Uint8Array(count).fill(171),
    ...rest,
  })
  return { ...service, client }
}
async function all(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const list: RunEvent[] = []
  for await (const event of events) list.push(event)
  return list
}
const failureOf = (events: readonly RunEvent[]) => {
  const last = events.at(-1)
  return last?.type === 'failure' ? last.failure : null
}

describe('a run', () => {
  it('sends what the contract names', async () => {
    const { client, sent } = setUp([streamOf(START, RESULT)], { headers: () => ({ 'X-Host': 'h', Accept: 'nothing' }) })
    await all(client.run('completion', BODY, { wire: 'full', deadlineMs: 1500.2, runId: 'run', rowId: 'row' }))
    expect(sent[0]).toMatchObject({ method: 'POST', url: 'https://s.test/services/completion/test?project_id=p%201', body: BODY })
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer token',
      accept: 'text/event-stream',
      'content-type': 'application/json',
      traceparent: `00-${'ab'.repeat(16)}-${'ab'.repeat(8)}-01`,
      'x-host': 'h',
      'x-vitrine-deadline-ms': '1501',
      'x-vitrine-row': 'row',
      'x-vitrine-run': 'run',
      'x-vitrine-wire': 'full',
    })
  })

  it('yields the events of a stream and ends with its result', async () => {
    const { client } = setUp([streamOf(START, PIECE, RESULT, PIECE)])
    expect((await all(client.run('completion', BODY))).map(({ type }) => type)).toEqual(['response-start', 'part-delta', 'result'])
  })

  it('asks for one document where it is told not to stream', async () => {
    const { client, sent } = setUp([json(RESPONSE)])
    expect(await all(client.run('chat', { ...BODY, messages: [] }, { stream: false }))).toEqual([{ type: 'result', response: RESPONSE }])
    expect(sent[0]?.headers.get('accept')).toBe('application/json')
    expect(sent[0]?.url).toContain('/services/chat/test')
  })

  it('sends a body in the words of a provider', async () => {
    const { client, sent } = setUp([streamOf(START, PIECE, wireEvent('result', { ...RESPONSE, raw: true }))])
    const body = { model: 'openai/gpt-4o-mini', api: 'chat' as const, body: { model: 'gpt-4o-mini', messages: [], maxTokens: 1 } }
    const events = await all(client.raw('chat', body, { wire: 'full' }))
    expect(events.at(-1)).toMatchObject({ type: 'result', response: { raw: true } })
    expect(sent[0]).toMatchObject({ method: 'POST', url: 'https://s.test/services/chat/raw?project_id=p%201', body })
    expect(sent[0]?.headers.get('x-vitrine-wire')).toBe('full')
  })

  it('takes a document also where it asked for a stream', async () => {
    const { client } = setUp([json(RESPONSE)])
    expect(await all(client.run('completion', BODY))).toEqual([{ type: 'result', response: RESPONSE }])
  })

  it('sends no authorization where the host has no token', async () => {
    const { client, sent } = setUp([json(RESPONSE)], { getToken: async () => null })
    await all(client.run('completion', BODY))
    expect(sent[0]?.headers.has('authorization')).toBe(false)
  })
})

describe('a run that goes wrong', () => {
  it('reports the error body of the service with status, trace and time to wait', async () => {
    const { client } = setUp([
      json({ detail: { code: 'rate_limited', message: 'Slow.', meta: { a: 1 }, trace_id: 'tr' } }, 429, { 'retry-after': '7' }),
    ])
    expect(await all(client.run('completion', BODY))).toEqual([
      {
        type: 'failure',
        failure: { code: 'rate_limited', message: 'Slow.', meta: { a: 1 }, traceId: 'tr', status: 429, retryAfterMs: 7000 },
      },
    ])
  })

  it('says that nothing was reached, and whether there is a network at all', async () => {
    const { client } = setUp([new TypeError('Failed to fetch')])
    const failure = failureOf(await all(client.run('completion', BODY)))
    expect(failure).toEqual({
      code: 'unreachable',
      message: 'The browser could not reach s.test (CORS or network). It never got an HTTP status.',
      meta: { cause: { kind: 'no-reply', values: { host: 's.test' } } },
    })
    const offline = setUp([new TypeError('Failed to fetch')], { isOnline: () => false })
    expect(failureOf(await all(offline.client.run('completion', BODY)))?.code).toBe('offline')
  })

  it.each<[string, Response]>([
    ['a page', new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } })],
    ['another document', json({ hello: 'world' })],
    ['half a document', new Response('{"version":"3.0"', { headers: { 'content-type': 'application/json' } })],
    ['nothing', new Response(null, { status: 204 })],
  ])('calls %s no reply of the service', async (_, response) => {
    const { client } = setUp([response])
    expect(failureOf(await all(client.run('completion', BODY)))).toMatchObject({ code: 'bad_reply', status: response.status })
  })

  it.each([
    ['without an end', [START, PIECE]],
    ['in the middle of an event', [START, PIECE, RESULT.slice(0, -20)]],
    ['before anything', []],
  ])('keeps what came of a stream that stops %s', async (_, chunks) => {
    const { client } = setUp([streamOf(...chunks)])
    const events = await all(client.run('completion', BODY))
    expect(events.slice(0, -1).map(({ type }) => type)).toEqual(chunks.length === 0 ? [] : ['response-start', 'part-delta'])
    expect(failureOf(events)?.code).toBe('interrupted')
  })

  it('keeps what came of a connection that breaks', async () => {
    let pulls = 0
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulls++ === 0) controller.enqueue(new TextEncoder().encode(START + PIECE))
        else controller.error(new TypeError('network error'))
      },
    })
    const { client } = setUp([() => new Response(broken, { headers: { 'content-type': 'text/event-stream' } })])
    const events = await all(client.run('completion', BODY))
    expect(events.map(({ type }) => type)).toEqual(['response-start', 'part-delta', 'failure'])
    expect(failureOf(events)?.code).toBe('interrupted')
  })

  it.each([
    ['text that is not JSON', `event: part-delta\ndata: {"index":0,"del\n\n`],
    ['an event of a wrong shape', wireEvent('part-delta', { index: 'zero' })],
    ['a result that is none', wireEvent('result', { version: '2.0' })],
  ])('does not skip %s: text would be missing unseen', async (_, garbage) => {
    const { client } = setUp([streamOf(START, garbage, RESULT)])
    const events = await all(client.run('completion', BODY))
    expect(events.map(({ type }) => type)).toEqual(['response-start', 'failure'])
    expect(failureOf(events)?.code).toBe('bad_reply')
  })

  it('skips events that a newer service may send', async () => {
    const { client } = setUp([streamOf(START, wireEvent('progress', { share: 0.5 }), ': comment\n\n', 'data: {}\n\n', RESULT)])
    expect((await all(client.run('completion', BODY))).map(({ type }) => type)).toEqual(['response-start', 'result'])
  })

  it('ends with the error that the stream holds', async () => {
    const error = { code: 'provider_error', message: 'It broke.', meta: { retryable: true } }
    const { client } = setUp([streamOf(START, PIECE, wireEvent('error', { detail: error }), RESULT)])
    const events = await all(client.run('completion', BODY))
    expect(events.at(-1)).toEqual({ type: 'error', error })
  })
})

describe('a stopped run', () => {
  it('sends nothing where it was stopped before it began', async () => {
    const { client, sent } = setUp([json(RESPONSE)])
    expect(failureOf(await all(client.run('completion', BODY, { signal: AbortSignal.abort() })))?.code).toBe('cancelled')
    expect(sent).toEqual([])
  })

  it('is cancelled while it waits for an answer', async () => {
    const stop = new AbortController()
    const { client } = setUp([
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
          stop.abort()
        }),
    ])
    expect(failureOf(await all(client.run('completion', BODY, { signal: stop.signal })))?.code).toBe('cancelled')
  })

  it('is cancelled in the middle of a stream and lets go of it', async () => {
    const stop = new AbortController()
    let isReleased = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(START + PIECE)),
      cancel: () => void (isReleased = true),
    })
    stop.signal.addEventListener('abort', () => void body.cancel().catch(() => undefined))
    const { client } = setUp([() => new Response(body, { headers: { 'content-type': 'text/event-stream' } })])
    const types: string[] = []
    for await (const event of client.run('completion', BODY, { signal: stop.signal })) {
      types.push(event.type)
      if (event.type === 'part-delta') break
    }
    expect(types).toEqual(['response-start', 'part-delta'])
    expect(isReleased).toBe(true)
  })
})

describe('text on its way', () => {
  const text = 'Grüße 👋🏽 \ud83d \0 ‫مرحبا‬'
  const bytes = new TextEncoder().encode(START + wireEvent('part-delta', { index: 0, delta: text }) + RESULT)

  it.each([1, 2, 3, 7, 64, 4096])('arrives unchanged in chunks of %i bytes', async (size) => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(index * size, (index + 1) * size))
    const { client } = setUp([streamOf(...chunks)])
    const events = await all(client.run('completion', BODY))
    expect(events[1]).toEqual({ type: 'part-delta', index: 0, delta: text })
    expect(events.at(-1)?.type).toBe('result')
  })
})

describe('tokens', () => {
  it('are renewed once where they are refused, with the reason', async () => {
    const reasons: string[] = []
    const { client, sent } = setUp([refusal(401, 'token_expired'), refusal(401, 'unauthenticated'), json(RESPONSE)], {
      getToken: async ({ reason }) => {
        reasons.push(reason)
        return reasons.join(' ')
      },
    })
    const first = await all(client.run('completion', BODY))
    expect(failureOf(first)).toEqual({
      code: 'auth_required',
      message: 'Sign in again: No.',
      meta: { cause: { kind: 'sign-in', values: { words: expect.any(String) as string } }, code: 'unauthenticated' },
      status: 401,
      traceId: 'tr',
    })
    expect(reasons).toEqual(['initial', 'expired'])
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer initial', 'Bearer initial expired'])
    expect((await all(client.run('completion', BODY))).at(-1)?.type).toBe('result')
  })

  it('go unused a second time where the host has no other', async () => {
    const { client, sent } = setUp([refusal(401, 'unauthenticated')])
    expect(failureOf(await all(client.run('completion', BODY)))?.code).toBe('auth_required')
    expect(sent).toHaveLength(1)
  })

  it('are asked for once, however many ask', async () => {
    let asked = 0
    const { client } = setUp([() => json(RESPONSE)], {
      getToken: async () => {
        asked++
        await Promise.resolve()
        return 'token'
      },
    })
    await Promise.all(Array.from({ length: 20 }, () => client.runOnce('completion', BODY)))
    expect(asked).toBe(1)
  })

  it('fail a run as data where the host fails', async () => {
    const { client, sent } = setUp([json(RESPONSE)], { getToken: () => Promise.reject(new Error('The session is over.')) })
    expect(await client.runOnce('completion', BODY)).toEqual({
      ok: false,
      failure: {
        code: 'auth_required',
        message: 'Sign in again: The session is over.',
        meta: { cause: { kind: 'sign-in', values: { words: 'The session is over.' } } },
      },
    })
    expect(sent).toEqual([])
  })
})

describe('documents', () => {
  const models = { models: [{ id: 'demo/echo', provider: 'demo' }], default_model: 'demo/writer' }
  const preview = { version: '3.0', model: 'm', provider: 'p', messages: [], request: { method: 'POST' }, price: { low: null } }

  it('are read where they are what they should be', async () => {
    const { client, sent } = setUp([
      json(models),
      json({ openapi: '3.1.0' }),
      json(preview),
      json({ token: 't', project_id: 'p', expires_at: 'e' }),
    ])
    expect(await client.models()).toEqual({ ok: true, value: models })
    expect(await client.schema('chat')).toEqual({ ok: true, value: { openapi: '3.1.0' } })
    expect(await client.preview('completion', BODY)).toEqual({ ok: true, value: preview })
    expect(await client.devToken()).toMatchObject({ ok: true, value: { token: 't' } })
    expect(sent.map(({ method, url }) => `${method} ${url.replace('https://s.test/services', '')}`)).toEqual([
      'GET /models?project_id=p%201',
      'GET /chat/openapi.json',
      'POST /completion/preview?project_id=p%201',
      'GET /dev-token',
    ])
    expect(sent.map(({ headers }) => headers.has('authorization'))).toEqual([true, false, true, false])
  })

  it('have tokens counted by the provider where that is asked for', async () => {
    const { client, sent } = setUp([json(preview)])
    expect(await client.preview('chat', BODY, { count: 'provider' })).toEqual({ ok: true, value: preview })
    expect(sent[0]?.url).toBe('https://s.test/services/chat/preview?project_id=p%201&count=provider')
  })

  it('are failures where they are something else', async () => {
    const { client } = setUp([json({ models: 'none' }), json([]), refusal(422, 'template_syntax'), new TypeError('x')])
    expect(await client.models()).toMatchObject({ ok: false, failure: { code: 'bad_reply' } })
    expect(await client.schema('chat')).toMatchObject({ ok: false, failure: { code: 'bad_reply' } })
    expect(await client.preview('completion', BODY)).toMatchObject({ ok: false, failure: { code: 'template_syntax', status: 422 } })
    expect(await client.devToken()).toMatchObject({ ok: false, failure: { code: 'unreachable' } })
  })

  it('renew a refused token once', async () => {
    let asked = 0
    const { client } = setUp([refusal(401, 'token_expired'), json(models)], { getToken: async () => `token ${++asked}` })
    expect(await client.models()).toMatchObject({ ok: true })
    const again = setUp([refusal(401, 'unauthenticated')], { getToken: async () => `token ${++asked}` })
    expect(await again.client.models()).toMatchObject({ ok: false, failure: { code: 'auth_required', status: 401 } })
  })

  it('are given up with their signal', async () => {
    const { client, sent } = setUp([json(models)])
    expect(await client.models({ signal: AbortSignal.abort() })).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(sent).toEqual([])
  })
})
