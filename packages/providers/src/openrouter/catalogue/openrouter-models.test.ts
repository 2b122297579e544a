import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOpenRouterModels } from './openrouter-models.ts'

const date = '2026-11-21'
const entry = {
  id: 'maker/thinker',
  canonical_slug: 'maker/thinker-2026-10',
  name: 'Maker: Thinker',
  context_length: 400_000,
  architecture: { input_modalities: ['text', 'image', 'file'], output_modalities: ['text'], tokenizer: 'Other' },
  pricing: {
    prompt: '0.00000125',
    completion: '0.00001',
    input_cache_read: '0.000000125',
    input_cache_write: '0.0000015',
    image: '0',
    overrides: [
      { utc_start: 100, utc_end: 400, prompt: '0.0000001' },
      { min_prompt_tokens: 272_000, prompt: '0.0000025', completion: '0.000015' },
      { min_prompt_tokens: 200_000, prompt: '0.000002' },
    ],
  },
  top_provider: { context_length: 272_000, max_completion_tokens: 128_000, is_moderated: true },
  supported_parameters: [
    'temperature',
    'max_tokens',
    'seed',
    'stop',
    'tools',
    'response_format',
    'structured_outputs',
    'reasoning',
    'include_reasoning',
  ],
  default_parameters: { temperature: 0.7, top_p: null },
  reasoning: { mandatory: true, default_effort: 'medium', supported_efforts: ['high', 'medium', 'low', 'none'], supports_max_tokens: true },
  expiration_date: '2027-03-01',
}
const read = (...data: readonly unknown[]) => readOpenRouterModels({ data }, { date })

describe('OpenRouter’s list of models', () => {
  it('is read whole', () => {
    expect(read(entry)).toEqual([
      {
        id: 'openrouter/maker/thinker',
        name: 'maker/thinker',
        provider: 'openrouter',
        displayName: 'Maker: Thinker',
        contextTokens: 272_000,
        maxOutputTokens: 128_000,
        price: {
          inputUsd: 1.25e-6,
          outputUsd: 1e-5,
          cachedInputUsd: 1.25e-7,
          cacheWriteUsd: 1.5e-6,
          longContext: { overInputTokens: 200_000, inputUsd: 2e-6, outputUsd: 1e-5, cachedInputUsd: 1.25e-7, cacheWriteUsd: 1.5e-6 },
          date,
          source: 'OpenRouter, GET /api/v1/models',
        },
        capabilities: {
          vision: true,
          files: true,
          audio: false,
          tools: true,
          jsonObject: true,
          jsonSchema: true,
          thinking: true,
          logprobs: false,
        },
        parameters: {
          temperature: { min: 0, max: 2, step: 0.1, default: 0.7 },
          maxTokens: { min: 1, max: 128_000, step: 1 },
          stop: {},
          seed: { step: 1 },
          reasoningEffort: { values: ['low', 'medium', 'high'], default: 'medium' },
          thinking: {},
        },
        api: ['chat'],
        thinking: { modes: ['effort', 'budget'], byDefault: true },
        deprecated: '2027-03-01',
      },
    ])
  })

  it('leaves unknown what it does not say', () => {
    expect(read({ id: 'maker/plain' })).toEqual([
      {
        id: 'openrouter/maker/plain',
        name: 'maker/plain',
        provider: 'openrouter',
        displayName: 'maker/plain',
        contextTokens: null,
        maxOutputTokens: null,
        price: null,
        capabilities: null,
        parameters: null,
        api: ['chat'],
      },
    ])
  })

  it.each([
    [{ prompt: '-1', completion: '-1' }, null],
    [{ prompt: '0', completion: '0' }, 0],
    [{ prompt: '0.000001' }, null],
    [{ prompt: '', completion: '1' }, null],
    [{ prompt: 'free', completion: '1' }, null],
    [null, null],
  ])('makes of the prices %o what they are: free is nought, what depends is unknown', (pricing, inputUsd) => {
    expect(read({ ...entry, pricing })[0]?.price?.inputUsd ?? null).toBe(inputUsd)
  })

  it('offers every effort where a model names none, and a way out of thinking where there is one', () => {
    const [model] = read({ ...entry, reasoning: { mandatory: false, default_enabled: false, default_effort: 'low' } })
    expect(model?.parameters?.reasoningEffort).toEqual({ values: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] })
    expect(model?.thinking).toEqual({ modes: ['effort'], byDefault: false, off: 'disabled' })
  })

  it('leaves out models that write no text, names that cannot be sent, and a name that comes twice', () => {
    const drawing = { id: 'maker/draws', architecture: { input_modalities: ['text'], output_modalities: ['image'] } }
    const models = read(
      drawing,
      { id: '' },
      { id: 'a b' },
      { id: 7 },
      null,
      'x',
      { id: 'maker/one', name: 'First' },
      { id: 'maker/one', name: 'Second' },
    )
    expect(models.map(({ displayName }) => displayName)).toEqual(['First'])
  })

  it('throws on no JSON', () => {
    const odd = fc.record(Object.fromEntries(Object.keys(entry).map((name) => [name, fc.jsonValue()])), { requiredKeys: [] })
    fc.assert(fc.property(fc.array(odd), (data) => Array.isArray(read(...data.map((one) => ({ ...one, id: 'maker/x' }))))))
    fc.assert(fc.property(fc.jsonValue(), (body) => Array.isArray(readOpenRouterModels(body, { date }))))
  })

  it.each([null, 'x', 7, {}, { data: 'x' }, { error: { message: 'no' } }])('makes nothing of %o', (body) => {
    expect(readOpenRouterModels(body, { date })).toEqual([])
  })
})
