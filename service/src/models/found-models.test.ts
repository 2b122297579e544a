import { describe, expect, it } from 'vitest'
import type { Vault } from '../vault/vault.ts'
import type { AskDocument } from './catalogue-readers.ts'
import { createFoundModels } from './found-models.ts'

const PROJECT = 'p'
const listing = (...names: readonly string[]) => ({ data: names.map((id) => ({ id, object: 'model' })) })
const vaultWith = (keys: Readonly<Record<string, string>>, loopback: readonly string[] = []): Vault => ({
  providersOf: () => new Set(['demo', ...Object.keys(keys)]),
  resolve: (_project, provider) => {
    const keyId = keys[provider]
    if (keyId === undefined && !loopback.includes(provider)) return Promise.resolve({ ok: false, code: 'secret_missing' })
    return Promise.resolve({ ok: true, endpoint: { baseUrl: `http://${provider}.test/v1`, apiKey: keyId ?? null }, keyId: keyId ?? 'none' })
  },
})

function setUp(answers: Readonly<Record<string, AskDocument>>, vault: Vault, loopback: readonly string[] = []) {
  const asked: string[] = []
  const found = createFoundModels({
    vault,
    loopback,
    ask:
      ({ baseUrl, apiKey }, isLocal) =>
      (path) => {
        asked.push(`${isLocal ? 'local ' : ''}${baseUrl}${path} ${apiKey ?? '-'}`)
        const answer = answers[new URL(baseUrl).hostname.split('.')[0] ?? '']
        return answer === undefined ? Promise.reject(new Error('refused')) : answer(path)
      },
    now: () => 0,
    today: () => '2026-11-21',
    sleep: () => new Promise((resolve) => setTimeout(resolve, 20)),
  })
  return { found, asked }
}
const never = () => new Promise<never>(() => {})
const idsOf = ({ models }: { readonly models: readonly { readonly id: string }[] }) => models.map(({ id }) => id)

describe('createFoundModels', () => {
  it('reads the limits and prices of a LiteLLM proxy', async () => {
    const info = {
      data: [{ model_name: 'house', model_info: { max_input_tokens: 9000, input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 } }],
    }
    const { found, asked } = setUp({ litellm: async (path) => (path === '/model/info' ? info : null) }, vaultWith({ litellm: 'k' }))
    expect(await found.find(PROJECT)).toMatchObject({
      models: [{ id: 'litellm/house', contextTokens: 9000, price: { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-21' } }],
      pending: [],
    })
    expect(asked).toEqual(['http://litellm.test/v1/model/info k'])
    expect(found.factsOf('litellm', 'house', 'k')).toMatchObject({ contextTokens: 9000 })
    expect(found.factsOf('litellm', 'house', 'another key')).toBeNull()
    expect(found.factsOf('litellm', 'other', 'k')).toBeNull()
  })

  it('takes the plain list of a gateway that has no other', async () => {
    const { found } = setUp({ litellm: async (path) => (path === '/models' ? listing('m') : null) }, vaultWith({ litellm: 'k' }))
    expect(idsOf(await found.find(PROJECT))).toEqual(['litellm/m'])
  })

  it('looks for local servers, and offers those that answer with a list', async () => {
    const loopback = ['ollama', 'lmstudio', 'llamacpp']
    const { found, asked } = setUp(
      { ollama: async () => listing('llama3.2:3b'), llamacpp: async () => ({ anything: 'else' }) },
      vaultWith({}, loopback),
      loopback,
    )
    expect([...found.answering()]).toEqual([])
    expect(idsOf(await found.find(PROJECT))).toEqual(['ollama/llama3.2:3b'])
    expect([...found.answering()]).toEqual(['ollama'])
    expect(asked.toSorted()).toEqual(loopback.map((name) => `local http://${name}.test/v1/models -`).toSorted())
    await found.find(PROJECT)
    expect(asked).toHaveLength(3)
  })

  it('asks nobody before models are listed, and no provider whose models the catalogue has', async () => {
    const { found, asked } = setUp({}, vaultWith({ openai: 'k', anthropic: 'k' }), [])
    expect(found.factsOf('ollama', 'x', 'none')).toBeNull()
    expect(await found.find(PROJECT)).toEqual({ models: [], pending: [] })
    expect(asked).toEqual([])
  })

  it('waits for nobody, and says who has not answered', async () => {
    const vault = vaultWith({ litellm: 'k', openrouter: 'k' }, ['ollama'])
    const { found } = setUp({ litellm: never, ollama: never, openrouter: async () => listing() }, vault, ['ollama'])
    expect(await found.find(PROJECT)).toEqual({ models: [], pending: ['litellm'] })
  })

  it('has what came late at the next call', async () => {
    let answer: (document: unknown) => void = () => {}
    const late = new Promise((resolve) => (answer = resolve))
    const { found, asked } = setUp({ vllm: () => late }, vaultWith({ vllm: 'k' }))
    expect(await found.find(PROJECT)).toEqual({ models: [], pending: ['vllm'] })
    answer(listing('m'))
    expect(await found.find(PROJECT)).toMatchObject({ models: [{ id: 'vllm/m' }], pending: [] })
    expect(asked).toHaveLength(1)
  })

  it('goes on without a server that fails, and without a key that cannot be had', async () => {
    const broken: Vault = { ...vaultWith({ litellm: 'k' }), resolve: () => Promise.reject(new Error('vault away')) }
    expect(await setUp({}, vaultWith({ litellm: 'k' })).found.find(PROJECT)).toEqual({ models: [], pending: [] })
    expect(await setUp({}, broken).found.find(PROJECT)).toEqual({ models: [], pending: [] })
  })
})
