import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ModelsResponse } from '@vitrine/contracts'
import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import { type FakeProvider, SILENCE, chatCompletion, chatFailure, jsonReply, startFakeProvider } from '@vitrine/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, call, failureOf, resultOf } from './calls.ts'
import { type SpawnedService, spawnService, spawnUntilExit } from './spawned-service.ts'

const KEY = 'sk-canary-0123456789abcdefghij'
const modelsOf = async ({ url }: SpawnedService): Promise<ModelsResponse> =>
  (await (await call(url, null, { path: '/services/models', method: 'GET' })).json()) as ModelsResponse
const idsOf = ({ models }: ModelsResponse) => models.filter(({ usable }) => usable).map(({ id }) => id)

const INFO = {
  data: [
    {
      model_name: 'house-model',
      model_info: {
        mode: 'chat',
        max_input_tokens: 9000,
        max_output_tokens: 100,
        input_cost_per_token: 0.001,
        output_cost_per_token: 0.002,
      },
    },
    { model_name: 'embedder', model_info: { mode: 'embedding' } },
  ],
}

describe('a gateway’s own models', () => {
  let provider: FakeProvider
  let service: SpawnedService
  beforeAll(async () => {
    provider = await startFakeProvider()
    service = await spawnService({ LITELLM_BASE_URL: provider.baseUrl, LITELLM_API_KEY: KEY })
  })
  afterAll(async () => {
    await service.stop()
    await provider.close()
  })

  it('are listed with what it tells of them, and cost what it says', async () => {
    provider.respond(({ path }) => (path === '/v1/model/info' ? jsonReply(INFO) : chatCompletion('x')))
    const listed = await modelsOf(service)
    expect(listed.models.filter(({ provider: name }) => name === 'litellm')).toEqual([
      expect.objectContaining({ id: 'litellm/house-model', context_tokens: 9000, max_output_tokens: 100, usable: true }),
    ])
    expect(listed.models.find(({ id }) => id === 'openai/gpt-4o-mini')).toMatchObject({ usable: false })
    expect(provider.requests.at(-1)).toMatchObject({ method: 'GET', headers: { authorization: `Bearer ${KEY}` } })
    const result = await resultOf(call(service.url, bodyOf('x', { model: 'house-model' })))
    expect(result.tree.nodes[0]?.metrics.acc.costs).toEqual(expect.objectContaining({ total: 0.02, source: 'table' }))
    expect(JSON.stringify([listed, result]) + service.output()).not.toContain(KEY)
  })

  it('are asked for once, however many want them', async () => {
    const before = provider.requests.length
    await Promise.all([modelsOf(service), modelsOf(service), modelsOf(service)])
    expect(provider.requests.length).toBe(before)
  })
})

describe('a list of models', () => {
  let provider: FakeProvider
  let service: SpawnedService
  beforeAll(async () => {
    provider = await startFakeProvider()
  })
  afterEach(() => service.stop())
  afterAll(() => provider.close())

  it('waits for no server that is slow', async () => {
    provider.respond(() => SILENCE)
    service = await spawnService({ LITELLM_BASE_URL: provider.baseUrl, OLLAMA_BASE_URL: provider.baseUrl })
    const startMs = performance.now()
    const listed = await modelsOf(service)
    expect(performance.now() - startMs).toBeLessThan(2_000)
    expect(listed.pending?.toSorted()).toEqual(['litellm', 'ollama'])
    expect(idsOf(listed)).toContain('demo/writer')
  })

  it('is whole where a server answers nonsense', async () => {
    provider.respond(() => chatFailure(500, { message: `broken ${KEY}` }))
    service = await spawnService({
      LITELLM_BASE_URL: provider.baseUrl,
      LITELLM_API_KEY: KEY,
      OPENROUTER_API_KEY: KEY,
      OPENROUTER_BASE_URL: provider.baseUrl,
    })
    const listed = await modelsOf(service)
    expect(listed).not.toHaveProperty('pending')
    expect(idsOf(listed)).toContain('demo/writer')
    expect(JSON.stringify(listed)).not.toContain(KEY)
  })
})

/** A server on the first port that is free among those where local servers listen by themselves. */
async function startLocalServer(answer: unknown): Promise<{ readonly name: string; readonly server: Server; readonly seen: string[] }> {
  const seen: string[] = []
  for (const { id, loopbackPort } of PROVIDER_DEFINITIONS) {
    if (loopbackPort === undefined) continue
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`)
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(loopbackPort, '127.0.0.1', () => resolve(true))
    })
    if (isFree) return { name: id, server, seen }
  }
  throw new Error('every well-known port is taken')
}

describe('a local server that nobody set up', () => {
  const stop = (server: Server) => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }

  it('is offered in development, asked for its list alone, and reached under its name', async () => {
    const { name, server, seen } = await startLocalServer({ data: [{ id: 'tiny' }] })
    const service = await spawnService()
    expect(seen).toEqual([])
    expect(idsOf(await modelsOf(service))).toContain(`${name}/tiny`)
    expect(seen).toEqual(['GET /v1/models -'])
    const failure = await failureOf(call(service.url, bodyOf('x', { model: `${name}/tiny` })))
    expect(failure.detail.code).toBe('provider_error')
    expect(seen.at(-1)).toBe('POST /v1/chat/completions -')
    await service.stop()
    await stop(server)
  })

  it('is nobody’s business in production', async () => {
    const { name, server, seen } = await startLocalServer({ data: [{ id: 'tiny' }] })
    const service = await spawnService({ VITRINE_MODE: 'production' })
    expect(idsOf(await modelsOf(service))).not.toContain(`${name}/tiny`)
    const failure = await failureOf(call(service.url, bodyOf('x', { model: `${name}/tiny` })))
    expect(failure).toMatchObject({ status: 422, detail: { code: 'secret_missing', meta: { provider: name } } })
    expect(seen).toEqual([])
    await service.stop()
    await stop(server)
  })
})

describe('the operator’s own prices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-prices-'))
  const file = join(folder, 'prices.json')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const price = { input: 100, output: 1000, date: '2026-11-01', source: 'our contract' }

  it('go before the catalogue’s, and add models', async () => {
    writeFileSync(file, JSON.stringify({ models: { 'openai/gpt-4o-mini': { price }, 'openai/our-tuned': { price } } }))
    const provider = await startFakeProvider()
    provider.respond(() => chatCompletion('x'))
    const service = await spawnService({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: provider.baseUrl, VITRINE_PRICES_FILE: file })
    for (const model of ['gpt-4o-mini', 'our-tuned']) {
      const { tree } = await resultOf(call(service.url, bodyOf('x', { model })))
      expect(tree.nodes[0]?.metrics.acc.costs).toMatchObject({ total: 0.0052, source: 'table' })
    }
    expect(idsOf(await modelsOf(service))).toContain('openai/our-tuned')
    const document = await (await fetch(`${service.url}/services/completion/openapi.json`)).text()
    expect(document).toContain('our contract')
    await service.stop()
    await provider.close()
  })

  it('stop the start where they cannot be used, in one line', async () => {
    writeFileSync(file, JSON.stringify({ models: { 'openai/gpt-4o-mini': { price: { ...price, output: 'much' } } } }))
    const { code, output } = await spawnUntilExit({ VITRINE_PRICES_FILE: file })
    expect(code).toBe(1)
    expect(output).toMatch(
      /^Vitrine cannot start: .*prices\.json \(VITRINE_PRICES_FILE\) cannot be used: .*price\.output must be a number.*\n$/,
    )
  })
})
