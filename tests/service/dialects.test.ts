import {
  type FakeProvider,
  anthropicMessage,
  anthropicStream,
  chatCompletion,
  openRouterCompletion,
  responsesStream,
  responsesWhole,
  startFakeProvider,
} from '@vitrine/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, call, eventsOf, failureOf, resultOf } from './calls.ts'
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
