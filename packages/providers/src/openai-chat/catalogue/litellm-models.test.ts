import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLiteLlmModels } from './litellm-models.ts'

const date = '2026-11-21'
const known = {
  max_input_tokens: 200_000,
  max_output_tokens: 64_000,
  max_tokens: 64_000,
  input_cost_per_token: 3e-6,
  output_cost_per_token: 15e-6,
  cache_read_input_token_cost: 3e-7,
  cache_creation_input_token_cost: 3.75e-6,
  input_cost_per_token_above_200k_tokens: 6e-6,
  output_cost_per_token_above_200k_tokens: 22.5e-6,
  input_cost_per_token_above_512k_tokens: null,
  mode: 'chat',
  supports_vision: true,
  supports_function_calling: true,
  supports_response_schema: true,
  supports_reasoning: true,
  supports_pdf_input: null,
  supports_audio_input: null,
  supported_openai_params: ['temperature', 'response_format'],
}
const read = (...data: readonly unknown[]) => readLiteLlmModels({ data }, { date })
const deployment = (name: string, info: object): object => ({ model_name: name, litellm_params: { model: 'x/y' }, model_info: info })

describe('a LiteLLM proxy’s own catalogue', () => {
  it('gives limits, prices and capabilities', () => {
    expect(read(deployment('house', known))).toEqual([
      {
        id: 'litellm/house',
        name: 'house',
        provider: 'litellm',
        displayName: 'house',
        contextTokens: 200_000,
        maxOutputTokens: 64_000,
        price: {
          inputUsd: 3e-6,
          outputUsd: 15e-6,
          cachedInputUsd: 3e-7,
          cacheWriteUsd: 3.75e-6,
          longContext: { overInputTokens: 200_000, inputUsd: 6e-6, outputUsd: 22.5e-6 },
          date,
          source: 'LiteLLM, GET /v1/model/info',
        },
        capabilities: {
          vision: true,
          files: false,
          audio: false,
          tools: true,
          jsonObject: true,
          jsonSchema: true,
          thinking: true,
          logprobs: false,
        },
        parameters: null,
      },
    ])
  })

  it('knows nothing of an operator’s own model, though zeros and a list of parameters stand there', () => {
    const own = {
      input_cost_per_token: 0,
      output_cost_per_token: 0,
      mode: null,
      supports_vision: null,
      supported_openai_params: ['logprobs'],
    }
    expect(read(deployment('own', own))).toMatchObject([{ contextTokens: null, maxOutputTokens: null, price: null, capabilities: null }])
    expect(read(deployment('bare', {}), { model_name: 'naked' })).toMatchObject([
      { name: 'bare', price: null },
      { name: 'naked', price: null },
    ])
  })

  it('takes a price of nought for one side', () => {
    expect(read(deployment('in', { ...known, input_cost_per_token: 0 }))[0]?.price).toMatchObject({ inputUsd: 0, outputUsd: 15e-6 })
  })

  it.each([
    [
      { ...known, max_input_tokens: 8_000, supports_vision: false },
      { contextTokens: 8_000, maxOutputTokens: 64_000, capabilities: { vision: false, tools: true } },
    ],
    [
      { ...known, input_cost_per_token: 4e-6 },
      { price: null, contextTokens: 200_000 },
    ],
    [{}, { price: null, contextTokens: null, capabilities: null }],
  ])('promises of a name no more than all of its deployments do', (other, expected) => {
    expect(read(deployment('house', known), deployment('house', other))).toMatchObject([expected])
    expect(read(deployment('house', other), deployment('house', known))).toMatchObject([expected])
  })

  it('keeps what deployments share', () => {
    expect(read(deployment('house', known), deployment('house', known))).toEqual(read(deployment('house', known)))
  })

  it('leaves out what answers no chat, names with a star, and what has no name', () => {
    const others = ['embedding', 'image_generation', 'rerank', 'audio_speech'].map((mode) => deployment(mode, { ...known, mode }))
    expect(read(...others, deployment('openai/*', known), deployment('', known), { model_info: known }, null)).toEqual([])
    expect(read(deployment('r', { ...known, mode: 'responses' }))[0]?.api).toEqual(['responses'])
  })

  it('says when a model is withdrawn', () => {
    expect(read(deployment('old', { ...known, deprecation_date: '2026-12-31' }))[0]?.deprecated).toBe('2026-12-31')
    expect(read(deployment('odd', { ...known, deprecation_date: 'soon' }))[0]).not.toHaveProperty('deprecated')
  })

  it('throws on no JSON', () => {
    const odd = fc.record(Object.fromEntries(Object.keys(known).map((name) => [name, fc.jsonValue()])), { requiredKeys: [] })
    fc.assert(fc.property(fc.array(odd), (infos) => Array.isArray(read(...infos.map((info) => deployment('house', info))))))
  })

  it.each([null, 'x', {}, { data: {} }, { error: 'no key' }])('makes nothing of %o', (body) => {
    expect(readLiteLlmModels(body, { date })).toEqual([])
  })
})
