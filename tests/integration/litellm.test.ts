import { jsonReply, startFakeProvider, sseReply, type FakeProvider, type RecordedRequest } from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiteLlmProxy, litellmProgram, startLiteLlmProxy } from '../running/litellm-proxy.ts'
import { clientOf, eventsOf, requestFor, textIn } from '../running/service-client.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

/** An upstream that answers as OpenAI does, and fails by the name of the model. */
function upstream(request: Pick<RecordedRequest, 'text'>) {
  const { model, stream } = JSON.parse(request.text) as { model: string; stream?: boolean }
  const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 }
  const head = { id: 'chatcmpl-up', created: 1_700_000_000, model }
  const failure = (status: number, message: string, code: string) =>
    jsonReply({ error: { message, type: 'invalid_request_error', param: null, code } }, { status })
  if (model === 'limited') return failure(429, 'Rate limit reached for requests per minute.', 'rate_limit_exceeded')
  if (model === 'broken') return failure(500, 'The server had an error.', 'server_error')
  if (model === 'small')
    return failure(
      400,
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.",
      'context_length_exceeded',
    )
  if (stream !== true) {
    const message = { role: 'assistant', content: 'Hello there!' }
    return jsonReply({ ...head, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'stop' }], usage })
  }
  const chunk = (delta: object, finish: string | null = null) =>
    JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })
  return sseReply([
    chunk({ role: 'assistant', content: '' }),
    chunk({ content: 'Hello' }),
    chunk({ content: ' there!' }),
    chunk({}, 'stop'),
    JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage }),
    '[DONE]',
  ])
}

if (litellmProgram === null) console.log('Passed over: the LiteLLM proxy is not installed (it needs Python).')

describe.runIf(litellmProgram !== null)('a LiteLLM proxy between the service and a provider', () => {
  let provider: FakeProvider
  let proxy: LiteLlmProxy
  let service: ServiceProcess
  const client = () => clientOf(service.origin)

  beforeAll(async () => {
    provider = await startFakeProvider()
    provider.respond(upstream)
    const model = (name: string, upstreamModel = name) => ({ name, upstreamModel })
    proxy = await startLiteLlmProxy(litellmProgram ?? '', {
      upstream: provider.baseUrl,
      upstreamKey: 'sk-upstream',
      models: [
        model('fake-gpt', 'gpt-4o-mini'),
        { name: 'fake-priced', upstreamModel: 'my-own-model', inputCost: 0.001, outputCost: 0.002 },
        model('limited'),
        model('broken'),
        model('small'),
      ],
    })
    service = await startService({ LITELLM_BASE_URL: proxy.baseUrl, LITELLM_API_KEY: proxy.masterKey })
  }, 180_000)
  afterAll(async () => {
    await service?.stop()
    await proxy?.stop()
    await provider?.close()
  })

  it('answers in one piece, with the gateway’s cost', async () => {
    const reply = await client().runOnce('completion', requestFor('fake-gpt'))
    expect(reply).toMatchObject({ ok: true, value: { data: 'Hello there!', finish_reason: 'stop' } })
    const { acc } = (reply.ok ? reply.value.tree.nodes[0]?.metrics : undefined) ?? {}
    expect(acc?.tokens).toMatchObject({ total: 12, prompt: 9, completion: 3 })
    expect(acc?.costs).toMatchObject({ total: 3.15e-6, source: 'gateway' })
    expect(provider.requests.at(-1)?.text).toContain('Say hello to Ann.')
  })

  it('streams, and takes the cost from the usage chunk', async () => {
    const events = await eventsOf(client().run('completion', requestFor('fake-priced')))
    expect(textIn(events)).toBe('Hello there!')
    expect(events.find(({ type }) => type === 'usage')).toMatchObject({
      inputTokens: 9,
      outputTokens: 3,
      totalTokens: 12,
      source: 'provider',
    })
    expect(events.find(({ type }) => type === 'cost')).toEqual({ type: 'cost', totalUsd: 0.015, source: 'gateway' })
    const last = events.at(-1)
    const root = last?.type === 'result' ? last.response.tree.nodes[0] : undefined
    expect(root?.metrics.acc.costs).toMatchObject({ total: 0.015, source: 'gateway' })
  })

  it('shows the gateway’s own headers in the wire view, and no credential', async () => {
    const events = await eventsOf(client().run('completion', requestFor('fake-gpt'), { wire: 'full' }))
    const wire = events.find((event) => event.type === 'wire')
    expect(wire?.attempt.response?.headers['x-litellm-model-name']).toBe('openai/gpt-4o-mini')
    expect(wire?.attempt.events?.length).toBeGreaterThan(3)
    expect(JSON.stringify(events)).not.toContain(proxy.masterKey)
  })

  it.each([
    ['an unknown model', 'litellm/nope', 422, 'unknown_model'],
    ['a rate limit', 'limited', 429, 'provider_rate_limited'],
    ['an upstream that breaks', 'broken', 500, 'provider_error'],
    ['a prompt that is too long', 'small', 422, 'context_length_exceeded'],
  ] as const)('names %s', async (_, model, status, code) => {
    const reply = await client().runOnce('completion', requestFor(model))
    expect(reply).toMatchObject({ ok: false, failure: { code, status } })
  })

  it('is asked through the Responses API where a call says so', async () => {
    const asked = requestFor('fake-gpt', undefined, undefined, { api: 'responses' })
    const whole = await client().runOnce('completion', asked)
    expect(whole).toMatchObject({ ok: true, value: { data: 'Hello there!', finish_reason: 'stop' } })
    const events = await eventsOf(client().run('completion', asked, { wire: 'full' }))
    expect(textIn(events)).toBe('Hello there!')
    expect(events.find(({ type }) => type === 'usage')).toMatchObject({ inputTokens: 9, outputTokens: 3, source: 'provider' })
    const wire = events.find((event) => event.type === 'wire')
    expect(wire?.attempt.request.url).toBe(`${proxy.baseUrl}/v1/responses`)
  })

  it('is asked as Anthropic is, where it stands at that address', async () => {
    const messages = await startService({ ANTHROPIC_BASE_URL: proxy.baseUrl, ANTHROPIC_API_KEY: proxy.masterKey })
    try {
      const asked = requestFor('anthropic/fake-gpt')
      const whole = await clientOf(messages.origin).runOnce('completion', asked)
      expect(whole).toMatchObject({ ok: true, value: { data: 'Hello there!', finish_reason: 'stop' } })
      const events = await eventsOf(clientOf(messages.origin).run('completion', asked, { wire: 'full' }))
      expect(textIn(events)).toBe('Hello there!')
      const wire = events.find((event) => event.type === 'wire')
      expect(wire?.attempt.request.url).toBe(`${proxy.baseUrl}/v1/messages`)
      expect(JSON.stringify(events)).not.toContain(proxy.masterKey)
    } finally {
      await messages.stop()
    }
  })

  it('says that the gateway refused a wrong key, and does not repeat the key', async () => {
    const stranger = await startService({ LITELLM_BASE_URL: proxy.baseUrl, LITELLM_API_KEY: 'sk-wrong-canary' })
    try {
      const reply = await clientOf(stranger.origin).runOnce('completion', requestFor('fake-gpt'))
      expect(reply).toMatchObject({ ok: false, failure: { code: 'provider_error' } })
      expect(JSON.stringify(reply)).toMatch(/key/i)
      expect(JSON.stringify(reply) + stranger.output()).not.toContain('sk-wrong-canary')
    } finally {
      await stranger.stop()
    }
  })

  it('stops the upstream when the caller leaves', async () => {
    provider.respond(() =>
      sseReply(['{"id":"x","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Hel"}}]}'], {
        end: 'hang',
      }),
    )
    const left = new AbortController()
    for await (const event of client().run('completion', requestFor('fake-gpt'), { signal: left.signal })) {
      if (event.type === 'part-delta') left.abort()
    }
    await provider.requests.at(-1)?.closed
    expect(provider.requests.at(-1)?.abortedMs).not.toBeNull()
    provider.respond(upstream)
  })
})
