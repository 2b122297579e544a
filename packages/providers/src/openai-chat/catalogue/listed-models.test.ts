import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListedModels } from './listed-models.ts'

const listed = (body: unknown): readonly (readonly [string, number | null, number | null])[] =>
  readListedModels(body, 'litellm').map(({ name, contextTokens, maxOutputTokens }) => [name, contextTokens, maxOutputTokens])

describe('a server’s own list of models', () => {
  it.each<[string, unknown, ReturnType<typeof listed>]>([
    ['OpenAI', { object: 'list', data: [{ id: 'gpt-x', object: 'model', created: 1, owned_by: 'system' }] }, [['gpt-x', null, null]]],
    [
      'LiteLLM',
      {
        data: [
          { id: 'alias', object: 'model', owned_by: 'openai', mode: 'chat', max_input_tokens: 128_000, max_output_tokens: 16_384 },
          { id: 'vectors', object: 'model', owned_by: 'openai', mode: 'embedding' },
        ],
      },
      [['alias', 128_000, 16_384]],
    ],
    [
      'vLLM',
      { object: 'list', data: [{ id: 'org/model', object: 'model', owned_by: 'vllm', root: 'org/model', max_model_len: 32_768 }] },
      [['org/model', 32_768, null]],
    ],
    [
      'llama.cpp',
      {
        models: [{ name: 'a.gguf', model: 'a.gguf', capabilities: ['completion'] }],
        object: 'list',
        data: [{ id: 'a.gguf', object: 'model', owned_by: 'llamacpp', meta: { n_ctx: 4_096, n_ctx_train: 131_072, n_params: 1 } }],
      },
      [['a.gguf', 4_096, null]],
    ],
    [
      'llama.cpp that says only what the model was trained with',
      { data: [{ id: 'a.gguf', owned_by: 'llamacpp', meta: { n_ctx_train: 131_072 } }] },
      [['a.gguf', null, null]],
    ],
    ['LM Studio', { data: [{ id: 'qwen', object: 'model', owned_by: 'organization_owner' }] }, [['qwen', null, null]]],
    [
      'LM Studio, v0',
      {
        data: [
          { id: 'qwen', type: 'llm', state: 'loaded', max_context_length: 131_072, loaded_context_length: 8_192 },
          { id: 'sees', type: 'vlm', state: 'not-loaded', max_context_length: 32_768 },
          { id: 'vectors', type: 'embeddings', max_context_length: 2_048 },
        ],
      },
      [
        ['qwen', 8_192, null],
        ['sees', 32_768, null],
      ],
    ],
    [
      'LM Studio, v1',
      {
        models: [
          {
            type: 'llm',
            key: 'org/one',
            display_name: 'One',
            loaded_instances: [{ id: 'i', config: { context_length: 4_096 } }],
            max_context_length: 131_072,
          },
          { type: 'llm', key: 'org/two', loaded_instances: [], max_context_length: 65_536 },
          { type: 'embedding', key: 'org/vectors', max_context_length: 2_048 },
        ],
      },
      [
        ['org/one', 4_096, null],
        ['org/two', 65_536, null],
      ],
    ],
    [
      'Ollama',
      { object: 'list', data: [{ id: 'llama3:latest', object: 'model', created: 1, owned_by: 'library' }] },
      [['llama3:latest', null, null]],
    ],
    [
      'Ollama, tags',
      { models: [{ name: 'llama3:latest', model: 'llama3:latest', details: { family: 'llama' } }] },
      [['llama3:latest', null, null]],
    ],
    ['Groq', { data: [{ id: 'fast', context_window: 131_072, max_completion_tokens: 8_192 }] }, [['fast', 131_072, 8_192]]],
    ['Mistral', { data: [{ id: 'm', max_context_length: 262_144, capabilities: { completion_chat: true } }] }, [['m', 262_144, null]]],
    ['a bare list', [{ id: 'bare', type: 'chat', context_length: 8_192 }], [['bare', 8_192, null]]],
  ])('as %s writes it', (_, body, expected) => {
    expect(listed(body)).toEqual(expected)
  })

  it('says nothing else of a model', () => {
    expect(readListedModels({ data: [{ id: 'a', display_name: 'A' }] }, 'lmstudio')).toEqual([
      {
        id: 'lmstudio/a',
        name: 'a',
        provider: 'lmstudio',
        displayName: 'A',
        contextTokens: null,
        maxOutputTokens: null,
        price: null,
        capabilities: null,
        parameters: null,
      },
    ])
  })

  it.each([-1, 0, 1.5, '4096', null, Number.NaN, 1e300])('takes %o for no limit', (limit) => {
    expect(listed({ data: [{ id: 'a', max_model_len: limit, max_output_tokens: limit }] })).toEqual([['a', null, null]])
  })

  it.each([
    null,
    'x',
    7,
    {},
    { data: null },
    { error: { message: 'no' } },
    { data: [null, 1, [], {}, { id: '' }, { id: 'a\nb' }, { id: 'x'.repeat(300) }] },
  ])('makes nothing of %o', (body) => {
    expect(listed(body)).toEqual([])
  })

  it('lists a name once, and no more than somebody could look through', () => {
    const many = Array.from({ length: 20_000 }, (_, position) => ({ id: `m${position % 15_000}` }))
    expect(listed({ data: many })).toHaveLength(10_000)
  })

  it('throws on no JSON', () => {
    const names = ['type', 'mode', 'meta', 'loaded_instances', 'display_name', 'max_model_len', 'context_window']
    const odd = fc.record(Object.fromEntries(names.map((name) => [name, fc.jsonValue()])), { requiredKeys: [] })
    fc.assert(fc.property(fc.array(odd), (data) => Array.isArray(listed({ data: data.map((one) => ({ ...one, id: 'a' })) }))))
    fc.assert(fc.property(fc.jsonValue(), (body) => Array.isArray(listed(body))))
  })

  it('keeps names that only look inherited', () => {
    expect(listed({ data: [{ id: '__proto__' }, { id: 'constructor' }] }).map(([name]) => name)).toEqual(['__proto__', 'constructor'])
  })
})
