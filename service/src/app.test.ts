import type { ProviderEvent } from '@vitrine/contracts'
import { listModels } from '@vitrine/model-catalog'
import { openAiChat, type Provider } from '@vitrine/providers'
import { createTemplateCache } from '@vitrine/templating'
import { emptyResource } from '@opentelemetry/resources'
import { describe, expect, it } from 'vitest'
import { type AppDeps, createApp } from './app.ts'
import { createRunningBatches } from './completion/batch/running-batches.ts'
import { createConcurrency } from './completion/concurrency.ts'
import { showRequest } from './completion/show-request.ts'
import { createCors } from './http/cors.ts'
import { createIdempotencyStore } from './idempotency/idempotency-store.ts'
import { createLifecycle } from './lifecycle.ts'
import { createLog } from './log.ts'
import type { FoundModels } from './models/found-models.ts'
import { createKnownModels } from './models/known-models.ts'
import { createOpenApiDocuments } from './models/open-api-documents.ts'
import type { StaticFiles } from './page/static-files.ts'
import { NO_METRICS } from './telemetry/metrics.ts'
import { createSampler } from './telemetry/sampler.ts'
import type { Vault } from './vault/vault.ts'

const PROJECT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const KEY = 'sk-canary-0123456789'

const answering = (events: readonly ProviderEvent[]): Provider => ({
  dialect: 'fake',
  prepare: (call) => openAiChat.prepare(call),
  async *run() {
    yield* events
  },
})
const SAYS_HI: readonly ProviderEvent[] = [
  { type: 'part-start', index: 0, kind: 'text' },
  { type: 'part-delta', index: 0, delta: 'hi' },
  { type: 'part-end', index: 0, part: { kind: 'text', text: 'hi' } },
  { type: 'raw', eventType: 'strange', data: { a: 1 } },
  { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop' },
]

const NOTHING_FOUND: FoundModels = {
  find: () => Promise.resolve({ models: [], pending: [] }),
  factsOf: () => null,
  answering: () => new Set(),
}

const vault: Vault = {
  providersOf: () => new Set(['demo', 'openai']),
  resolve: () => Promise.resolve({ ok: true, endpoint: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: KEY }, keyId: 'k' }),
}

/** The whole service over a provider that says what it is told to, and what it logged. */
function serviceOver(provider: Provider, changes: Partial<AppDeps> = {}) {
  const lines: string[] = []
  let ids = 0
  const deps: AppDeps = {
    time: { now: () => 1_760_000_000_000, monotonic: () => performance.now() },
    newId: () => `id-${++ids}`,
    authenticate: () => ({ ok: true, principal: { kind: 'token', subjectHash: 'h', projects: 'all' } }),
    cors: createCors([]),
    telemetry: {
      tracing: {
        sampler: createSampler({ name: 'always_on', ratio: 1 }),
        resource: emptyResource(),
        scope: { name: 'test' },
        record: () => {},
        recordFailed: null,
      },
      metrics: NO_METRICS,
      capture: 'none',
      readsTraceparent: true,
      startMetricsListener: () => Promise.resolve(),
      shutdown: () => Promise.resolve(),
    },
    log: createLog('info', { write: (line) => void lines.push(line) }),
    vault,
    adapterFor: () => provider,
    responses: { disabled: false, enabled: new Set() },
    templates: createTemplateCache(10),
    concurrency: createConcurrency(4),
    lifecycle: createLifecycle(),
    idempotency: createIdempotencyStore({ mostEntries: 10, mostCharacters: 100_000, ttlMs: 60_000, clock: () => 0 }),
    batches: createRunningBatches(),
    maxBodyBytes: 100_000,
    deadlineMs: 60_000,
    heartbeatMs: 60_000,
    stallMs: 60_000,
    sendOnce: () => Promise.resolve({ ok: false, message: 'Nobody answers here.' }),
    showRequest,
    models: createKnownModels({ file: { models: listModels(), ids: new Set() }, found: NOTHING_FOUND, today: () => '2026-11-21' }),
    openApi: createOpenApiDocuments(listModels(), new Set(['demo']), 4_194_304),
    devToken: null,
    remoteAddress: () => null,
    frameAncestors: [],
    page: null,
    ...changes,
  }
  const app = createApp(deps)
  const post = (content: string, headers: Record<string, string> = {}, path = '/services/completion/test'): Promise<Response> =>
    Promise.resolve(
      app.request(`${path}?project_id=${PROJECT}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({
          ag_config: { prompt: { messages: [{ role: 'user', content }], llm_config: { model: 'openai/gpt-4o-mini' } } },
          inputs: {},
        }),
      }),
    )
  return { app, post, lines }
}

const detailOf = async (response: Response): Promise<unknown> => ((await response.json()) as { detail: unknown }).detail

describe('the service', () => {
  it('answers with what a provider says', async () => {
    const response = await serviceOver(answering(SAYS_HI)).post('hello')
    expect(await response.json()).toMatchObject({
      data: 'hi',
      finish_reason: 'stop',
      tree: { nodes: [{ metrics: { acc: { costs: { total: null, source: 'unknown' }, tokens: { total: null } } } }, {}, {}, {}, {}] },
    })
  })

  it('shows events nobody knows only where the whole wire is asked for', async () => {
    const { post } = serviceOver(answering(SAYS_HI))
    const stream = { accept: 'text/event-stream' }
    expect(await (await post('x', { ...stream, 'x-vitrine-wire': 'summary' })).text()).not.toContain('event: raw')
    expect(await (await post('x', { ...stream, 'x-vitrine-wire': 'full' })).text()).toContain(
      'event: raw\ndata: {"type":"strange","data":{"a":1}}',
    )
  })

  it('puts usage and cost before an error, which comes last', async () => {
    const failing = answering([
      { type: 'error', error: { code: 'provider_error', message: 'It broke. Try again.' } },
      { type: 'usage', inputTokens: 10, outputTokens: 0, totalTokens: 10, source: 'provider' },
    ])
    const text = await (await serviceOver(failing).post('x', { accept: 'text/event-stream' })).text()
    expect([...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)).toEqual(['response-start', 'usage', 'cost', 'error'])
    expect((await serviceOver(failing).post('x')).status).toBe(500)
  })

  it('tells nothing of a fault of its own, and logs where it was', async () => {
    const throwing: Provider = {
      ...answering([]),
      run() {
        throw new Error(`secret ${KEY} in a message`)
      },
    }
    const { post, lines } = serviceOver(throwing)
    const response = await post('the prompt 4711')
    expect(response.status).toBe(500)
    expect(await detailOf(response)).toMatchObject({ code: 'internal', trace_id: expect.stringMatching(/^[\da-f]{32}$/) })
    const log = lines.join('')
    expect(log).toContain('"fault":"Error"')
    expect(log).toContain('app.test.ts')
    expect(log).not.toContain(KEY)
    expect(log).not.toContain('4711')
  })

  it('logs ids, codes and durations, and nothing that anybody wrote', async () => {
    const { post, lines } = serviceOver(answering(SAYS_HI))
    await post('the prompt 4711', { authorization: `Bearer ${KEY}` })
    await post('{{missing 4711}}')
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries).toMatchObject([
      { route: '/services/completion/test', status: 200, requestId: 'id-1', traceId: expect.any(String), durationMs: expect.any(Number) },
      { status: 422, failure: expect.any(String) },
    ])
    expect(lines.join('')).not.toMatch(/4711|canary|"hi"/)
  })

  it('logs what an adapter says of a call, warnings always and the rest where it is asked for (REQ-010)', async () => {
    const used = { type: 'usage' as const, inputTokens: 10, outputTokens: 3, totalTokens: 13, source: 'provider' as const }
    const noted: Provider = {
      ...answering([...SAYS_HI, used]),
      prepare: (call) => {
        const prepared = openAiChat.prepare(call)
        const notes = [
          { level: 'debug' as const, text: 'history: 2 of 5 messages sent' },
          { level: 'warning' as const, text: 'tools: 14 / 16' },
        ]
        return prepared.ok ? { ok: true, call: { ...prepared.call, notes } } : prepared
      },
    }
    for (const [level, texts] of [
      ['debug', ['history: 2 of 5 messages sent', 'tools: 14 / 16', expect.stringContaining('10 in, 3 out'), 'answered']],
      ['warn', ['tools: 14 / 16']],
    ] as const) {
      const lines: string[] = []
      await serviceOver(noted, { log: createLog(level, { write: (line) => void lines.push(line) }) }).post('the prompt 4711')
      const entries = lines.map((line) => JSON.parse(line) as { msg: string; requestId: string })
      expect(entries.map(({ msg }) => msg)).toEqual(texts)
      expect(entries.every(({ requestId }) => requestId === 'id-1')).toBe(true)
      expect(lines.join('')).not.toContain('4711')
    }
  })

  it.each<[string, Vault['resolve'], number, string]>([
    ['fails', () => Promise.reject(new Error('vault away')), 503, 'unavailable'],
    ['does not answer', () => Promise.resolve({ ok: false, code: 'unavailable' }), 503, 'unavailable'],
    ['has no key', () => Promise.resolve({ ok: false, code: 'secret_missing' }), 422, 'secret_missing'],
  ])('tells a vault that %s from the other cases', async (_name, resolve, status, code) => {
    const response = await serviceOver(answering(SAYS_HI), { vault: { ...vault, resolve } }).post('x')
    expect(response.status).toBe(status)
    expect(response.headers.has('retry-after')).toBe(status === 503)
    expect(await detailOf(response)).toMatchObject({ code })
  })

  it('takes no runs while it drains, and says so', async () => {
    const lifecycle = createLifecycle()
    const { app, post } = serviceOver(answering(SAYS_HI), { lifecycle })
    await lifecycle.drain()
    const response = await post('x')
    expect([response.status, response.headers.get('retry-after'), response.headers.get('connection')]).toEqual([503, '5', 'close'])
    expect((await app.request('/ready')).status).toBe(503)
  })

  it('gives a stream up when the service does', async () => {
    const lifecycle = createLifecycle()
    const waiting: Provider = {
      ...answering([]),
      async *run(_call, { signal }) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        yield { type: 'error', error: { code: (signal.reason as { code: 'draining' }).code, message: 'Shutting down. Run it again.' } }
      },
    }
    const response = await serviceOver(waiting, { lifecycle }).post('x', { accept: 'text/event-stream' })
    const drained = lifecycle.drain()
    lifecycle.giveUp()
    expect(await response.text()).toContain('"code":"draining"')
    await expect(drained).resolves.toBeUndefined()
  })

  it('reports to a caller whose token names all projects whatever project it asks for', async () => {
    const { app } = serviceOver(answering(SAYS_HI))
    const response = await app.request(`/services/models?project_id=${PROJECT}`)
    expect(response.status).toBe(200)
  })
})

describe('a batch', () => {
  const rows = ['a', 'b', 'c'].map((row_id) => ({ row_id, inputs: {}, idempotency_key: row_id }))
  const batch = (provider: Provider, changes: Partial<AppDeps> = {}, wanted: object = {}) => {
    const { app, lines } = serviceOver(provider, changes)
    const response = app.request(`/services/completion/batch?project_id=${PROJECT}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ag_config: { prompt: { messages: [{ role: 'user', content: 'hello' }], llm_config: { model: 'openai/gpt-4o-mini' } } },
        rows,
        concurrency: 2,
        ...wanted,
      }),
    })
    return { response: Promise.resolve(response), lines }
  }
  const eventNames = (text: string): readonly string[] => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name ?? '')
  const untilAborted: Provider = {
    ...answering([]),
    async *run(_call, { signal }) {
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
      yield { type: 'error', error: { code: (signal.reason as { code: 'draining' }).code, message: 'Shutting down. Run it again.' } }
    },
  }

  it('gives its rows up when the service does, and names those that did not begin', async () => {
    const lifecycle = createLifecycle()
    const { response } = batch(untilAborted, { lifecycle })
    const text = (await response).text()
    const drained = lifecycle.drain()
    lifecycle.giveUp()
    expect(await text).toMatch(
      /"counts":\{"rows":3,"succeeded":0,"failed":2,"not_started":1,"replayed":0\},"not_started":\["c"\],"stopped_by":"draining"/,
    )
    expect((await text).match(/"code":"draining"/g)).toHaveLength(2)
    await expect(drained).resolves.toBeUndefined()
  })

  it('is not taken by a service that shuts down', async () => {
    const lifecycle = createLifecycle()
    void lifecycle.drain()
    expect((await batch(untilAborted, { lifecycle }).response).status).toBe(503)
  })

  it('says nothing of what broke inside a row, logs it, and goes on', async () => {
    let runs = 0
    const { response, lines } = batch({
      ...answering([]),
      async *run() {
        if (++runs === 2) throw new Error('a secret detail')
        yield* SAYS_HI
      },
    })
    const text = await (await response).text()
    expect(eventNames(text).filter((name) => name.startsWith('row-') && name !== 'row-start')).toHaveLength(3)
    expect(text).toContain('"code":"internal"')
    expect(text).toContain('"succeeded":2,"failed":1')
    expect(text).not.toContain('secret detail')
    expect(lines.join('')).toContain('"fault":"Error"')
  })

  it('says so where a row cannot even be planned, and frees its key', async () => {
    const idempotency = createIdempotencyStore({ mostEntries: 10, mostCharacters: 100_000, ttlMs: 60_000, clock: () => 0 })
    let prepares = 0
    const breaking: Provider = {
      ...answering(SAYS_HI),
      prepare(call) {
        if (++prepares > 1) throw new Error('a secret detail')
        return openAiChat.prepare(call)
      },
    }
    const text = await (await batch(breaking, { idempotency }).response).text()
    expect(text.match(/event: row-error\ndata: \{"row_id":"[abc]","detail":\{"message":"[^"]*","code":"internal"/g)).toHaveLength(3)
    expect(await (await batch(answering(SAYS_HI), { idempotency }).response).text()).toContain('"succeeded":3')
  })

  it('gives signs of life while its rows are silent', async () => {
    const lifecycle = createLifecycle()
    const { response } = batch(untilAborted, { lifecycle, heartbeatMs: 5 })
    const reader = (await response).body?.getReader()
    let text = ''
    while (!text.includes('event: heartbeat\ndata: {}\n\n')) text += new TextDecoder().decode((await reader?.read())?.value)
    lifecycle.giveUp()
    expect(eventNames(text).slice(0, 5)).toEqual(['row-start', 'row-start', 'response-start', 'response-start', 'heartbeat'])
  })

  it('ends its rows when nobody reads them', async () => {
    const lifecycle = createLifecycle()
    const { response } = batch(untilAborted, { lifecycle, stallMs: 5 })
    const { body } = await response
    await lifecycle.drain()
    await expect(body?.getReader().read()).rejects.toThrow('too long')
  })
})

describe('the page', () => {
  const files: StaticFiles = {
    answer: (name, _request, headers) => (name === '/index.html' || name === '/assets/a.js' ? new Response(name, { headers }) : null),
  }
  const { app } = serviceOver(answering(SAYS_HI), { page: files, frameAncestors: ['https://host.example'] })

  it.each(['/', '/playground', '/models', '/runs', '/runs/a1/b2', '/guide', '/guide/first-run'])(
    'is at %s, under a strict policy',
    async (path) => {
      const response = await app.request(path)
      expect(await response.text()).toBe('/index.html')
      const policy = response.headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types vitrine-worker',
      ]) {
        expect(policy).toContain(part)
      }
      expect(policy).toContain('frame-ancestors https://host.example')
      expect(policy).not.toContain('unsafe')
    },
  )

  it('has its files, and nothing else', async () => {
    expect(await (await app.request('/assets/a.js')).text()).toBe('/assets/a.js')
    expect((await app.request('/assets/b.js')).status).toBe(404)
    expect((await app.request('/services/nothing')).status).toBe(404)
  })

  it('gives its worker the same policy as itself', async () => {
    const [page, worker] = await Promise.all([app.request('/'), app.request('/assets/a.js')])
    expect(worker.headers.get('content-security-policy')).toBe(page.headers.get('content-security-policy'))
  })
})
