import { createProvider, createUndiciTransport, openAiChat, readListedModels, readLiteLlmModels, withDoubts } from '@vitrine/providers'
import { aCall, aContext, createFakeClock, eventsOf, runToEnd, startFakeProvider } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { hasFixture, readFixture } from './kept-fixtures.ts'

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const FILE = 'litellm-proxy-replies.json'
const isThere = hasFixture(FILE)
const recorded: Readonly<Record<string, Reply>> = isThere ? JSON.parse(Buffer.from(readFixture(FILE)).toString('utf8')).replies : {}

function reply(name: string): Reply {
  const found = recorded[name]
  if (found === undefined) throw new Error(`no reply named ${name}`)
  return found
}

describe.runIf(isThere)('the catalogue of a real LiteLLM proxy', () => {
  const models = readLiteLlmModels(reply('model_info').body, { date: '2026-11-21' })
  const model = (name: string) => models.find((one) => one.name === name)

  it('names every model that it lists', () => {
    const names = readListedModels(reply('models').body, 'litellm').map(({ name }) => name)
    expect(models.map(({ name }) => name)).toEqual(names)
    expect(names).toContain('fake-gpt')
  })

  it('has the facts of a model that LiteLLM knows', () => {
    expect(model('fake-gpt')).toMatchObject({
      id: 'litellm/fake-gpt',
      contextTokens: 128_000,
      maxOutputTokens: 16_384,
      price: { inputUsd: 1.5e-7, outputUsd: 6e-7, cachedInputUsd: 7.5e-8 },
      capabilities: { vision: true, files: true, audio: false, tools: true, jsonSchema: true, thinking: false, logprobs: true },
    })
  })

  it('has the price that an operator set, and no other fact', () => {
    expect(model('fake-priced')).toMatchObject({ contextTokens: null, price: { inputUsd: 0.001, outputUsd: 0.002 }, capabilities: null })
  })

  it('knows no price where the operator set none', () => {
    expect(model('fake-unpriced')).toMatchObject({ price: null, contextTokens: null, capabilities: null })
  })

  it('is empty where the proxy refuses to tell', () => {
    expect(readListedModels(reply('models_nokey').body, 'litellm')).toEqual([])
  })
})

/** Headers that belong to the bytes of the recording, and not to those of the fake server. */
const OF_THE_CONNECTION = /^(?:content-length|transfer-encoding|connection|date|llm_provider-)/

describe.runIf(isThere).each(['chat', 'stream_priced_usage'])('an answer of a real LiteLLM proxy (%s)', (name) => {
  it('shows its headers in the wire view, the deployment at its end, and what it may have left out', async () => {
    const { body, headers } = reply(name)
    const server = await startFakeProvider()
    const transport = createUndiciTransport()
    const own = Object.fromEntries(Object.entries(headers).filter(([header]) => !OF_THE_CONNECTION.test(header)))
    server.respond(() => ({ headers: own, body: typeof body === 'string' ? body : JSON.stringify(body), split: { seed: 3 } }))
    const provider = createProvider({ dialect: openAiChat, transport, random: () => 0, sleep: createFakeClock().sleep })
    const call = aCall(
      { baseUrl: server.baseUrl },
      { stream: name !== 'chat', settings: { model: 'fake', temperature: 0.2, seed: 7, maxTokens: 9 } },
    )
    const prepared = provider.prepare(call)
    const events = await runToEnd(provider, call, aContext({ wire: 'summary' }))
    await transport.close()
    await server.close()

    const [wire] = eventsOf(events, 'wire')
    const gatewayHeaders = Object.entries(own).filter(([header]) => header.startsWith('x-litellm-'))
    expect(gatewayHeaders.length).toBeGreaterThan(5)
    expect(wire?.attempt.response?.headers).toMatchObject(Object.fromEntries(gatewayHeaders))
    const [end] = eventsOf(events, 'response-end')
    expect(end?.gateway).toMatchObject({
      name: 'litellm',
      version: '1.102.4',
      callId: headers['x-litellm-call-id'],
      model: headers['x-litellm-model-name'],
      apiBase: headers['x-litellm-model-api-base'],
      retries: 0,
      fallbacks: 0,
    })
    if (!prepared.ok) throw new Error(prepared.error.message)
    const settings = withDoubts(prepared.call.settings, end?.gateway ?? null)
    expect(settings.doubted?.map((doubt) => doubt.name)).toEqual(['temperature', 'seed'])
    expect(settings.doubted?.every(({ reason }) => reason.includes('drop_params'))).toBe(true)
  })
})
