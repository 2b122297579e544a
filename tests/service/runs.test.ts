import { chatCompletion, chatFailure, chatStream } from '@vitrine/testkit'
import { afterEach, describe, expect, it } from 'vitest'
import { SEED_BODY, bodyOf, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'
import { serviceOverFake } from './service-over-fake.ts'

const KEY = 'sk-canary-0123456789abcdefghij'
const on = serviceOverFake({ OPENAI_API_KEY: KEY })

describe("the seed's own example", () => {
  it("gets the seed's answer", async () => {
    on.provider.enqueue(chatCompletion('Hola mundo'))
    const response = await call(on.service.url, SEED_BODY)
    expect(response.status).toBe(200)
    const result = await resultOf(response)
    expect(result).toMatchObject({
      version: '3.0',
      data: 'Hola mundo',
      message: { role: 'assistant', content: 'Hola mundo' },
      content_type: 'text/plain',
      finish_reason: 'stop',
      trace_id: expect.stringMatching(/^[\da-f]{32}$/),
      span_id: expect.stringMatching(/^[\da-f]{16}$/),
      tree: { version: '1.0.0' },
    })
    const [root] = result.tree.nodes
    expect(root).toMatchObject({
      trace_id: result.trace_id,
      span_id: result.span_id,
      kind: 'server',
      metrics: { acc: { tokens: { total: 16, prompt: 12, completion: 4 }, costs: { total: 0.0000042, source: 'table' } } },
    })
    expect(root?.attributes).not.toHaveProperty('playground.application.id')
    expect(response.headers.get('x-trace-id')).toBe(result.trace_id)
  })

  it('reaches the provider with its values in place', () => {
    const sent = JSON.parse(on.provider.requests.at(-1)?.text ?? '') as object
    expect(sent).toEqual({
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 'You are a helpful assistant.' },
        { role: 'user', content: "Translate 'Hello world' to Spanish." },
      ],
      temperature: 0.7,
      max_tokens: 1000,
    })
    expect(on.provider.requests.at(-1)?.headers).toMatchObject({ authorization: `Bearer ${KEY}` })
    expect(on.provider.requests.at(-1)?.headers).not.toHaveProperty('traceparent')
    expect(on.provider.requests.at(-1)?.headers).not.toHaveProperty('baggage')
  })

  it('streams', async () => {
    on.provider.enqueue(chatStream('Hola mundo'))
    const response = await call(on.service.url, SEED_BODY, { headers: { accept: 'text/event-stream' } })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = await eventsOf(response)
    expect(events[0]).toMatchObject({
      type: 'response-start',
      data: { model: 'gpt-4o-mini', provider: 'openai', trace_id: response.headers.get('x-trace-id') },
    })
    const text = events.filter(({ type }) => type === 'part-delta').map(({ data }) => data['delta'])
    expect(text.join('')).toBe('Hola mundo')
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['usage', 'cost', 'response-end']))
    expect(events.find(({ type }) => type === 'cost')?.data).toEqual({ total_usd: 0.0000042, source: 'table' })
    const last = events.at(-1)
    expect(last).toMatchObject({ type: 'result', data: { data: 'Hola mundo', trace_id: events[0]?.data['trace_id'] } })
  })
})

describe('a run', () => {
  it('carries values through unchanged', async () => {
    on.provider.respond((request) => {
      const { messages } = JSON.parse(request.text) as { messages: { content: string }[] }
      return chatCompletion(messages[0]?.content ?? '')
    })
    for (const value of ['{{x}}', '$&', '__proto__', '\u0000', '\ud83d', 'a\r\nb', '{% for %}', '"\\']) {
      const result = await resultOf(call(on.service.url, bodyOf('[{{v}}]', {}, { inputs: { v: value } })))
      expect(result.data).toBe(`[${value}]`)
    }
  })

  it('takes a variable named __proto__', async () => {
    on.provider.respond((request) =>
      chatCompletion((JSON.parse(request.text) as { messages: { content: string }[] }).messages[0]?.content ?? ''),
    )
    const body = JSON.stringify(bodyOf('{{__proto__}} {{constructor}}')).replace(
      '"inputs":{}',
      '"inputs":{"__proto__":"P","constructor":"C"}',
    )
    expect((await resultOf(call(on.service.url, body))).data).toBe('P C')
  })

  it('appends the history of a chat unrendered', async () => {
    on.provider.enqueue(chatCompletion('Hi'))
    const body = bodyOf('Be {{tone}}.', {}, { inputs: { tone: 'kind' }, messages: [{ role: 'user', content: '{{tone}}' }] })
    const result = await resultOf(call(on.service.url, body, { path: '/services/chat/test' }))
    expect(result).toMatchObject({ data: { role: 'assistant', content: 'Hi' }, content_type: 'application/json' })
    expect(JSON.parse(on.provider.requests.at(-1)?.text ?? '')).toMatchObject({
      messages: [{ content: 'Be kind.' }, { content: '{{tone}}' }],
    })
  })

  it('lists what it does not send', async () => {
    on.provider.enqueue(chatCompletion('x'))
    const { settings } = await resultOf(call(on.service.url, bodyOf('x', { top_k: 5, temperature: 0 })))
    expect(settings.dropped).toEqual(expect.arrayContaining([{ name: 'top_k', reason: 'unknown' }]))
    expect(settings.sent).toMatchObject({ temperature: 0 })
    expect(settings.sent).not.toHaveProperty('top_k')
  })

  it('shows the wire when asked, without the key', async () => {
    on.provider.enqueue(chatStream('ok'), chatStream('ok'), chatCompletion('ok'))
    const full = await eventsOf(call(on.service.url, SEED_BODY, { headers: { accept: 'text/event-stream', 'x-vitrine-wire': 'full' } }))
    const wire = full.find(({ type }) => type === 'wire')
    expect(wire?.data).toMatchObject({
      attempt: 1,
      request: { method: 'POST', headers: { authorization: '***' } },
      response: { status: 200 },
    })
    expect(JSON.stringify(full)).not.toContain(KEY)
    expect(wire?.data).toHaveProperty('request.body', on.provider.requests.at(-1)?.text)
    const none = await eventsOf(call(on.service.url, SEED_BODY, { headers: { accept: 'text/event-stream' } }))
    expect(none.map(({ type }) => type)).not.toContain('wire')
    const summary = await resultOf(call(on.service.url, SEED_BODY, { headers: { 'x-vitrine-wire': 'summary' } }))
    expect(summary.wire).toHaveLength(1)
    expect(summary.wire?.[0]).not.toHaveProperty('events')
  })

  it('uses the bill of a gateway and says so', async () => {
    const gateway = await spawnService({ LITELLM_BASE_URL: on.provider.baseUrl })
    on.provider.enqueue(chatCompletion('x', { headers: { 'x-litellm-response-cost': '3.15e-06' } }))
    const result = await resultOf(call(gateway.url, bodyOf('x', { model: 'some-alias' })))
    await gateway.stop()
    expect(result.tree.nodes[0]?.metrics.acc.costs).toEqual({ total: 0.00000315, source: 'gateway' })
    expect(on.provider.requests.at(-1)?.headers).not.toHaveProperty('authorization')
  })

  it('goes through the client library itself where that is asked for', async () => {
    const other = await spawnService({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: on.provider.baseUrl, VITRINE_TRANSPORT: 'openai' })
    on.provider.enqueue(chatCompletion('by the client'))
    const result = await resultOf(call(other.url, SEED_BODY))
    await other.stop()
    expect(result.data).toBe('by the client')
    expect(JSON.parse(on.provider.requests.at(-1)?.text ?? '')).toMatchObject({ model: 'gpt-4o-mini', temperature: 0.7 })
  })
})

describe('a preview', () => {
  it('shows what would be sent and sends nothing', async () => {
    const before = on.provider.requests.length
    const response = await call(on.service.url, SEED_BODY, { path: '/services/completion/preview' })
    expect(response.status).toBe(200)
    const preview = (await response.json()) as Record<string, unknown>
    expect(preview).toMatchObject({
      version: '3.0',
      provider: 'openai',
      model: 'gpt-4o-mini',
      messages: [{ role: 'system' }, { role: 'user', content: "Translate 'Hello world' to Spanish." }],
      request: { method: 'POST', url: `${on.provider.baseUrl}/chat/completions`, headers: { authorization: '***' } },
      tokens: { input: expect.any(Number), estimated: true, max_output: 1000 },
      price: { low: expect.any(Number), high: expect.any(Number), source: 'table' },
    })
    expect(JSON.stringify(preview)).not.toContain(KEY)
    expect(on.provider.requests).toHaveLength(before)
  })

  it('refuses what a run would refuse', async () => {
    const failure = await failureOf(call(on.service.url, bodyOf('{{x}}'), { path: '/services/chat/preview' }))
    expect([failure.status, failure.detail.code]).toEqual([422, 'missing_variables'])
  })
})

describe('secrets and ids', () => {
  let receiver: OtlpReceiver
  let traced: SpawnedService
  const canary = 'the quick canary 4711 prompt'

  afterEach(async () => {
    await traced.stop()
    await receiver.close()
  })

  it('gives the ids that a collector gets, and nothing secret to anybody', async () => {
    receiver = await startOtlpReceiver()
    traced = await spawnService({
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: on.provider.baseUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_SERVICE_NAME: 'under-test',
    })
    on.provider.enqueue(
      chatCompletion('secret answer'),
      chatFailure(401, { message: `Incorrect API key provided: ${KEY}.`, code: 'invalid_api_key' }),
    )
    const headers = {
      traceparent: `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`,
      baggage: 'project_id=other',
      'x-vitrine-run': 'run-1',
      'x-vitrine-row': 'row-7',
    }
    const good = await call(traced.url, bodyOf(canary), { headers })
    const result = await resultOf(good)
    const bad = await call(traced.url, bodyOf(canary), { headers: { 'x-vitrine-wire': 'full' } })
    const badText = await bad.text()
    await traced.stop()

    const spans = receiver.spans()
    const own = spans.filter(({ traceId }) => traceId === result.trace_id)
    expect(result.trace_id).toBe('c'.repeat(32))
    expect(own.map(({ spanId }) => spanId).toSorted()).toEqual(result.tree.nodes.map(({ span_id }) => span_id).toSorted())
    const byName = new Map(own.map((span) => [span.name, span]))
    expect([...byName.keys()]).toEqual(
      expect.arrayContaining(['POST /services/completion/test', 'auth.verify', 'vault.resolve_key', 'prompt.render', 'chat gpt-4o-mini']),
    )
    expect(byName.get('POST /services/completion/test')).toMatchObject({
      parentSpanId: 'd'.repeat(16),
      attributes: {
        'http.route': '/services/completion/test',
        'http.response.status_code': 200,
        'playground.run.id': 'run-1',
        'playground.row.id': 'row-7',
        'playground.mode': 'completion',
        'playground.template.format': 'curly',
      },
    })
    expect(byName.get('chat gpt-4o-mini')?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-4o-mini',
      'gen_ai.usage.input_tokens': 12,
      'gen_ai.usage.output_tokens': 4,
      'gen_ai.usage.cost': 0.0000042,
      'server.address': '127.0.0.1',
    })
    const everything = [
      ...receiver.bodies.map(String),
      JSON.stringify(result),
      badText,
      traced.output(),
      ...[good, bad].map((r) => JSON.stringify([...r.headers])),
    ].join('\n')
    expect(everything).not.toContain(KEY)
    expect(receiver.bodies.map(String).join('\n')).not.toContain(canary)
    expect(receiver.bodies.map(String).join('\n')).not.toContain('secret answer')
    expect(traced.output()).not.toContain(canary)
    expect(bad.status).toBeGreaterThanOrEqual(400)
  })

  it('exports protobuf by default, with the same ids', async () => {
    receiver = await startOtlpReceiver()
    traced = await spawnService({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' })
    const result = await resultOf(call(traced.url, bodyOf('hello', { model: 'demo/echo' })))
    await traced.stop()
    const bytes = Buffer.concat([...receiver.bodies])
    expect(receiver.types).toContain('application/x-protobuf')
    expect(bytes.indexOf(Buffer.from(result.trace_id, 'hex'))).toBeGreaterThan(-1)
    for (const node of result.tree.nodes) expect(bytes.indexOf(Buffer.from(node.span_id, 'hex'))).toBeGreaterThan(-1)
  })

  it('answers with the whole tree where sampling exports nothing', async () => {
    receiver = await startOtlpReceiver()
    traced = await spawnService({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_TRACES_SAMPLER: 'always_off',
    })
    const result = await resultOf(call(traced.url, bodyOf('hello', { model: 'demo/echo' })))
    await traced.stop()
    expect(result.tree.nodes.length).toBeGreaterThanOrEqual(6)
    expect(receiver.bodies).toHaveLength(0)
  })

  it('exports what failed, whatever share of the rest is exported', async () => {
    receiver = await startOtlpReceiver()
    traced = await spawnService({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    })
    await resultOf(call(traced.url, bodyOf('hello', { model: 'demo/echo' })))
    const failed = (await (await call(traced.url, bodyOf('hello', { model: 'demo/overflows' }))).json()) as { detail: { trace_id: string } }
    await traced.stop()
    expect(new Set(receiver.spans().map(({ traceId }) => traceId))).toEqual(new Set([failed.detail.trace_id]))
    expect(receiver.spans().length).toBeGreaterThanOrEqual(6)
  })

  it('records content only where that is switched on, and then without secrets', async () => {
    receiver = await startOtlpReceiver()
    traced = await spawnService({
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '50',
      OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_AND_EVENT',
    })
    await resultOf(call(traced.url, bodyOf(`${canary} ${KEY}`, { model: 'demo/echo' })))
    await traced.stop()
    const chat = receiver.spans().find(({ name }) => name === 'chat echo')
    expect(chat?.attributes['gen_ai.input.messages']).toBe(
      JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: `${canary} __REDACTED__` }] }]),
    )
    expect(chat?.events.map(({ name }) => name)).toContain('gen_ai.client.inference.operation.details')
    expect(receiver.bodies.map(String).join('')).not.toContain(KEY)
  })
})
