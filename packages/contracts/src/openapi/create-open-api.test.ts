import { Validator } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'
import type { AvailableModel } from '../kernel/model.ts'
import { createOpenApi } from './create-open-api.ts'
import type { OpenApiDocument } from './open-api-document.ts'

const model: AvailableModel = {
  id: 'demo/writer',
  name: 'writer',
  provider: 'demo',
  displayName: 'Demo writer',
  contextTokens: 8192,
  maxOutputTokens: 2048,
  price: { inputUsd: 1e-6, outputUsd: 2e-6, date: '2026-11-21', source: 'demo' },
  capabilities: null,
  parameters: { topP: { min: 0, max: 1 } },
  usable: false,
  unusableReason: 'no key',
}
const completion = createOpenApi({ mode: 'completion', models: [model], origin: 'https://vitrine.example' })
const chat = createOpenApi({ mode: 'chat' })

const every = (value: unknown, visit: (held: Readonly<Record<string, unknown>>, path: string) => void, path = '#'): void => {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) visit(Object.fromEntries(Object.entries(value)), path)
  for (const [key, held] of Object.entries(value)) every(held, visit, `${path}/${key}`)
}
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined),
      document,
    )

/** The document itself as a JSON Schema, so that its references lead where they lead in it. */
const accepts = (document: object, component: string, value: unknown): boolean =>
  new Validator({ ...document, $ref: `#/components/schemas/${component}` }, '2020-12').validate(value).valid

const seed = {
  ag_config: {
    prompt: {
      messages: [{ role: 'user', content: "Translate '{text}' to {language}." }],
      template_format: 'fstring',
      llm_config: { model: 'gpt-4o-mini', temperature: 0.7, max_tokens: 1000 },
    },
  },
  inputs: { text: 'Hello world', language: 'Spanish' },
}
const withLlm = (llm: object) => ({ ...seed, ag_config: { prompt: { ...seed.ag_config.prompt, llm_config: { model: 'm', ...llm } } } })

describe.each([
  ['completion', completion],
  ['chat', chat],
] as const)('the %s document', (mode, document) => {
  it('is OpenAPI 3.1 whose references all lead somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const broken: string[] = []
    every(document, (held, path) => {
      const { $ref } = held
      if (typeof $ref === 'string' && typeof at(document, $ref.slice(1)) !== 'object') broken.push(`${path} -> ${$ref}`)
    })
    expect(broken).toEqual([])
  })

  it('names every operation once, and says what each answers', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const operation of operations) {
      expect(Object.keys(operation.responses)).toContain('200')
      for (const answer of Object.values(operation.responses)) expect(answer['description']).toMatch(/\S/)
    }
  })

  it('describes the routes of its mode', () => {
    expect(Object.keys(document.paths)).toEqual([
      `/services/${mode}/test`,
      `/services/${mode}/batch`,
      `/services/${mode}/preview`,
      `/services/${mode}/raw`,
      `/services/${mode}/openapi.json`,
      '/services/models',
      '/services/dev-token',
      '/health',
      '/ready',
    ])
    expect(document.paths[`/services/${mode}/test`]?.post?.['x-vitrine']).toEqual({ mode })
  })

  it('says what a single run may send, where that is known', () => {
    const operation = (of: OpenApiDocument) => of.paths[`/services/${mode}/test`]?.post
    expect(operation(document)).not.toHaveProperty('x-vitrine-limits')
    expect(operation(createOpenApi({ mode, maxBodyBytes: 5 }))).toMatchObject({
      'x-vitrine': { mode },
      'x-vitrine-limits': { max_body_bytes: 5 },
    })
  })

  it('has no default in any object schema, which a client would send back', () => {
    const defaults: string[] = []
    every(document.components.schemas, (held, path) => {
      if ('default' in held && !path.endsWith('/properties')) defaults.push(path)
    })
    expect(defaults).toEqual([])
  })

  it('has only components that something refers to, under their own names', () => {
    const text = JSON.stringify(document)
    for (const name of Object.keys(document.components.schemas)) expect(text).toContain(`"#/components/schemas/${name}"`)
    expect(text).not.toMatch(/"\$id"|"\$schema"|"\$defs"|__shared/)
    expect(document.components.schemas['Message']).toMatchObject({ title: 'Message' })
  })

  it('describes headers, streams and failures of a run', () => {
    const run = document.paths[`/services/${mode}/test`]?.post
    expect(run?.parameters?.map((parameter) => parameter['name'])).toEqual([
      'project_id',
      'Accept',
      'X-Vitrine-Wire',
      'X-Vitrine-Deadline-Ms',
      'X-Vitrine-Run',
      'traceparent',
      'X-Vitrine-Row',
      'Idempotency-Key',
    ])
    expect(Object.keys(run?.responses ?? {})).toEqual(['200', '401', '403', '406', '409', '413', '415', '422', '429', '500', '503', '504'])
    const content = at(run?.responses, '/200/content')
    expect(Object.keys(content ?? {})).toEqual(['application/json', 'text/event-stream'])
    expect(JSON.stringify(content)).toContain('"part-delta":{"$ref":"#/components/schemas/PartDeltaEvent"}')
    expect(run?.requestBody).toMatchObject({ required: true })
  })

  it('describes a batch as one stream of the events of its rows', () => {
    const batch = document.paths[`/services/${mode}/batch`]?.post
    expect(batch?.parameters?.map((parameter) => parameter['name'])).toEqual([
      'project_id',
      'X-Vitrine-Wire',
      'X-Vitrine-Deadline-Ms',
      'X-Vitrine-Run',
      'traceparent',
    ])
    const content = at(batch?.responses, '/200/content')
    expect(Object.keys(content ?? {})).toEqual(['text/event-stream'])
    expect(JSON.stringify(content)).toContain('"row-result":{"$ref":"#/components/schemas/RowResultEvent"}')
  })

  it('asks for a token, except where none can be had yet', () => {
    expect(document.security).toEqual([{ bearer: [] }, { apiKey: [] }])
    expect(document.paths['/services/dev-token']?.get?.security).toEqual([])
    expect(document.paths['/services/models']?.get).not.toHaveProperty('security')
  })
})

describe('the schema of a request', () => {
  it('accepts the example of the seed', () => {
    expect(accepts(completion, 'CompletionTestRequest', seed)).toBe(true)
    expect(accepts(chat, 'ChatTestRequest', { ...seed, messages: [{ role: 'assistant', content: null }] })).toBe(true)
  })

  it('describes a raw run as the service reads it', () => {
    const raw = { model: 'openai/gpt-4o-mini', api: 'chat', body: { model: 'gpt-4o-mini', anything: [1] } }
    expect(accepts(chat, 'RawRequest', raw)).toBe(true)
    for (const wrong of [{ api: 'x' }, { body: [] }, { model: '' }, { base_url: 'https://x' }]) {
      expect([wrong, accepts(chat, 'RawRequest', { ...raw, ...wrong })]).toEqual([wrong, false])
    }
  })

  it('describes a batch as the service reads it', () => {
    const { ag_config } = seed
    const batch = { ag_config, rows: [{ row_id: 'a', inputs: { text: 'x' }, idempotency_key: 'k' }], concurrency: 20, stop_on_error: true }
    expect(accepts(completion, 'CompletionBatchRequest', batch)).toBe(true)
    const turn = { row_id: 'b', inputs: {}, messages: [{ role: 'user', content: 'Hi' }] }
    expect(accepts(chat, 'ChatBatchRequest', { ...batch, rows: [turn], text_deltas: true })).toBe(true)
    for (const wrong of [
      { rows: [] },
      { rows: [turn] },
      { concurrency: 0 },
      { concurrency: 101 },
      { inputs: {} },
      { rows: [{ inputs: {} }] },
    ]) {
      expect([wrong, accepts(completion, 'CompletionBatchRequest', { ...batch, ...wrong })]).toEqual([wrong, false])
    }
  })

  it('refuses what the service refuses', () => {
    expect(accepts(completion, 'CompletionTestRequest', { ...seed, foo: 1 })).toBe(false)
    expect(accepts(completion, 'CompletionTestRequest', { ...seed, messages: [] })).toBe(false)
    expect(accepts(completion, 'CompletionTestRequest', { ...seed, inputs: [] })).toBe(false)
    for (const wrong of [
      { top_p: 2 },
      { max_tokens: 0 },
      { tools: [{ type: 'function' }] },
      { response_format: { type: 'json_schema' } },
    ]) {
      expect([wrong, accepts(completion, 'CompletionTestRequest', withLlm(wrong))]).toEqual([wrong, false])
    }
  })

  it('accepts what the service accepts', () => {
    const tools = [{ type: 'web_search' }, { type: 'function', function: { name: 'f', parameters: {} } }]
    for (const right of [{ top_p: null }, { foo: 1 }, { tools }, { stop: ['a'] }, { extra_body: { a: 1 } }]) {
      expect([right, accepts(completion, 'CompletionTestRequest', withLlm(right))]).toEqual([right, true])
    }
  })

  it('carries the models to choose from, with prices, as the models route has them', () => {
    const field = at(completion, '/components/schemas/LlmConfig/properties/model')
    expect(field).toMatchObject({
      type: 'string',
      examples: ['demo/writer'],
      'x-models': [
        {
          id: 'demo/writer',
          display_name: 'Demo writer',
          price: { input_usd: 1e-6, output_usd: 2e-6 },
          parameters: { top_p: { min: 0, max: 1 } },
          unusable_reason: 'no key',
        },
      ],
    })
    expect(accepts(completion, 'AvailableModel', at(field, '/x-models/0'))).toBe(true)
  })
})

it('says where the service is', () => {
  expect(completion.servers).toEqual([{ url: 'https://vitrine.example' }])
  expect(chat.servers).toEqual([{ url: '/' }])
})
