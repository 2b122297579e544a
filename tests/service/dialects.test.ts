import type { PreviewResponse } from '@vitrine/contracts'
import {
  type FakeProvider,
  anthropicMessage,
  anthropicStream,
  anthropicFailure,
  chatCompletion,
  jsonReply,
  SILENCE,
  openRouterCompletion,
  responsesStream,
  responsesWhole,
  startFakeProvider,
} from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT, bodyOf, call, eventsOf, failureOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

const KEY = 'sk-test-0123456789abcdefghij'
let provider: FakeProvider
let service: SpawnedService

const providers = ['OPENAI', 'ANTHROPIC', 'OPENROUTER', 'LITELLM', 'MISTRAL', 'OLLAMA'] as const
const environment = () =>
  Object.fromEntries(
    providers.flatMap((name) => [
      [`${name}_API_KEY`, KEY],
      [`${name}_BASE_URL`, provider.baseUrl],
    ]),
  )

beforeAll(async () => {
  provider = await startFakeProvider()
  service = await spawnService(environment())
})
afterAll(async () => {
  await service.stop()
  await provider.close()
})

const last = () => provider.requests.at(-1)
const run = (llmConfig: Parameters<typeof bodyOf>[1], headers: Readonly<Record<string, string>> = {}) =>
  call(service.url, bodyOf('Hi', llmConfig), { headers })

describe('a prompt', () => {
  it('goes to Anthropic as a message', async () => {
    provider.enqueue(anthropicMessage('Salve'), anthropicStream('Salve'))
    const result = await resultOf(run({ model: 'anthropic/claude-x', max_tokens: 9 }))
    expect(result).toMatchObject({ data: 'Salve', finish_reason: 'stop' })
    expect(last()?.path).toBe('/v1/messages')
    expect(JSON.parse(last()?.text ?? '')).toMatchObject({ model: 'claude-x', max_tokens: 9, messages: [{ role: 'user' }] })
    expect(result.tree.nodes[0]?.metrics.acc.tokens).toMatchObject({ prompt: 12, completion: 4, cached: 2 })
    const events = await eventsOf(run({ model: 'anthropic/claude-x' }, { accept: 'text/event-stream' }))
    expect(events.at(-1)).toMatchObject({ type: 'result', data: { data: 'Salve' } })
  })

  it('goes to OpenRouter with its own cost', async () => {
    provider.enqueue(openRouterCompletion('Ciao'))
    const result = await resultOf(run({ model: 'openrouter/some/model' }))
    expect(result).toMatchObject({ data: 'Ciao' })
    expect(JSON.parse(last()?.text ?? '')).toMatchObject({ model: 'some/model' })
    expect(result.tree.nodes[0]?.metrics.acc.costs.source).toBe('provider')
  })

  it('goes to a local server that was set up, under its own names', async () => {
    provider.enqueue(chatCompletion('Moin'))
    expect(await resultOf(run({ model: 'ollama/llama3.2:3b' }))).toMatchObject({ data: 'Moin' })
    expect(JSON.parse(last()?.text ?? '')).toMatchObject({ model: 'llama3.2:3b' })
  })
})

describe('the API of a call', () => {
  it.each(['openai', 'litellm'])('is Responses at %s where the call asks for it', async (name) => {
    provider.enqueue(responsesWhole('Hola'), responsesStream('Hola'))
    const result = await resultOf(run({ model: `${name}/gpt-4o`, api: 'responses', max_tokens: 9, seed: 1 }))
    expect(result).toMatchObject({ data: 'Hola', finish_reason: 'stop' })
    expect(last()?.path).toBe('/v1/responses')
    expect(JSON.parse(last()?.text ?? '')).toMatchObject({ model: 'gpt-4o', store: false, max_output_tokens: 9 })
    expect(result.settings.dropped).toEqual([expect.objectContaining({ name: 'seed' })])
    const events = await eventsOf(run({ model: `${name}/gpt-4o`, api: 'responses' }, { accept: 'text/event-stream' }))
    expect(events.at(-1)).toMatchObject({ type: 'result', data: { data: 'Hola' } })
  })

  it('is chat completions at an address that is not OpenAI’s own', async () => {
    provider.enqueue(chatCompletion('Hola'))
    const result = await resultOf(run({ model: 'openai/gpt-4o' }))
    expect(last()?.path).toBe('/v1/chat/completions')
    expect(result.settings.dropped).toEqual([])
  })

  it.each([
    ['anthropic/claude-x', /Anthropic is not asked through the Responses API, but through the Messages API/],
    ['mistral/some', /Mistral is not asked through the Responses API, but through chat completions/],
  ])('is reported where %s does not know it', async (model, reason) => {
    provider.enqueue(model.startsWith('anthropic') ? anthropicMessage('x') : chatCompletion('x'))
    const { settings } = await resultOf(run({ model, api: 'responses' }))
    expect(settings.dropped).toContainEqual({ name: 'api', reason: expect.stringMatching(reason) })
  })

  it('is never Responses where the operator switched that off (REQ-005.2, EC5)', async () => {
    const off = await spawnService({ ...environment(), OPENAI_RESPONSES_DISABLE: 'true', VITRINE_RESPONSES_PROVIDERS: 'openai' })
    provider.enqueue(chatCompletion('Hola'))
    const { settings } = await resultOf(call(off.url, bodyOf('Hi', { model: 'openai/gpt-4o', api: 'responses' })))
    expect(last()?.path).toBe('/v1/chat/completions')
    expect(settings.dropped).toEqual([{ name: 'api', reason: expect.stringContaining('OPENAI_RESPONSES_DISABLE') }])
    const raw = await failureOf(
      call(off.url, { model: 'openai/gpt-4o', api: 'responses', body: { input: 'Hi' } }, { path: '/services/chat/raw' }),
    )
    await off.stop()
    expect(raw).toMatchObject({ status: 422, detail: { code: 'unsupported_parameter', meta: { parameter: 'api' } } })
  })

  it('is Responses at a gateway where the operator says so (REQ-005.1)', async () => {
    const on = await spawnService({ ...environment(), VITRINE_RESPONSES_PROVIDERS: 'litellm' })
    provider.enqueue(responsesWhole('Hola'))
    expect(await resultOf(call(on.url, bodyOf('Hi', { model: 'litellm/house-model' })))).toMatchObject({ data: 'Hola' })
    await on.stop()
    expect(last()?.path).toBe('/v1/responses')
  })

  it('shows in a preview', async () => {
    const response = await call(service.url, bodyOf('Hi', { model: 'openai/gpt-4o', api: 'responses' }), {
      path: '/services/completion/preview',
    })
    expect(await response.json()).toMatchObject({ request: { url: `${provider.baseUrl}/responses` } })
  })
})

describe('a preview that has its tokens counted', () => {
  const preview = async (
    llmConfig: Parameters<typeof bodyOf>[1],
    query = '&count=provider',
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const path = `/services/completion/preview?project_id=${PROJECT}${query}`
    return (await (await call(service.url, bodyOf('Hi', llmConfig), { path, headers })).json()) as PreviewResponse
  }

  it('asks nobody where it is not told to', async () => {
    const before = provider.requests.length
    expect((await preview({ model: 'anthropic/claude-x' }, '')).tokens).toEqual({
      input: expect.any(Number),
      estimated: true,
      max_output: null,
    })
    expect(provider.requests.length).toBe(before)
  })

  it('has the figure of Anthropic, and says whose it is', async () => {
    provider.enqueue(jsonReply({ input_tokens: 4711 }))
    const { tokens } = await preview({ model: 'anthropic/claude-x', max_tokens: 9, temperature: 0 })
    expect(tokens).toEqual({ input: 4711, counted_by: 'anthropic', max_output: 9 })
    expect(last()).toMatchObject({ method: 'POST', path: '/v1/messages/count_tokens' })
    expect(Object.keys(JSON.parse(last()?.text ?? '') as object)).not.toContain('max_tokens')
  })

  it.each([
    ['an error', anthropicFailure(429, { message: `Slow down, ${KEY}`, type: 'rate_limit_error' }), /rate limit/],
    ['no count', jsonReply({ tokens: 1 }), /without a count/],
    ['no JSON', { body: 'hello' }, /without a count/],
  ])('falls back to its estimate after %s, with the reason', async (_, reply, reason) => {
    provider.enqueue(reply)
    const { tokens } = await preview({ model: 'anthropic/claude-x' })
    expect(tokens).toEqual({ input: expect.any(Number), estimated: true, uncounted: expect.stringMatching(reason), max_output: null })
    expect(JSON.stringify(tokens)).not.toContain(KEY)
  })

  it('waits no longer than it may', async () => {
    provider.enqueue(SILENCE)
    const { tokens } = await preview({ model: 'anthropic/claude-x' }, '&count=provider', { 'x-vitrine-deadline-ms': '100' })
    expect(tokens).toMatchObject({ estimated: true, uncounted: expect.stringContaining('in time') })
  })

  it('says of others that they do not count', async () => {
    const before = provider.requests.length
    expect((await preview({ model: 'openai/gpt-4o' })).tokens).toMatchObject({
      estimated: true,
      uncounted: expect.stringContaining('openai'),
    })
    expect(provider.requests.length).toBe(before)
  })

  it('is refused where the query asks for somebody else’s count', async () => {
    const path = `/services/completion/preview?project_id=${PROJECT}&count=me`
    expect(await failureOf(call(service.url, bodyOf('Hi'), { path }))).toMatchObject({
      status: 422,
      detail: { code: 'invalid_request', meta: { issues: [{ path: 'count' }] } },
    })
  })
})
