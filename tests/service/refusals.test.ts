import type { ErrorCode } from '@vitrine/contracts'
import { type FakeProvider, SILENCE, chatBeginning, chatCompletion, chatErrorEvent, chatFailure, htmlReply } from '@vitrine/testkit'
import { describe, expect, it } from 'vitest'
import { PROJECT, SEED_BODY, bearer, bodyOf, call, eventsOf, failureOf } from './calls.ts'
import { serviceOverFake } from './service-over-fake.ts'

const on = serviceOverFake({ VITRINE_MAX_BODY_MB: '0.1' })

interface Refused {
  readonly name: string
  readonly body?: unknown
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
  readonly code: ErrorCode
  readonly message: RegExp
  readonly meta?: object
}

const TOOL = { type: 'function', function: { name: 'look up', parameters: { type: 'object' } } }
const test = (query: string): string => `/services/completion/test${query}`

const REFUSALS: readonly Refused[] = [
  { name: 'no credential', headers: { authorization: '' }, status: 401, code: 'unauthenticated', message: /Authorization: Bearer/ },
  { name: 'a damaged token', headers: { authorization: `${bearer()}x` }, status: 401, code: 'unauthenticated', message: /Get a new one/ },
  {
    name: 'an expired token',
    headers: { authorization: bearer({ exp: 1 }) },
    status: 401,
    code: 'token_expired',
    message: /expired.*Get a new one/,
  },
  { name: 'an unknown API key', headers: { authorization: 'ApiKey vk_nothing' }, status: 401, code: 'unauthenticated', message: /API key/ },
  {
    name: 'no project',
    path: test('?x=1'),
    status: 422,
    code: 'invalid_request',
    message: /project_id/,
    meta: { issues: [{ path: 'project_id' }] },
  },
  { name: 'an empty project', path: test('?project_id='), status: 422, code: 'invalid_request', message: /project_id/ },
  { name: 'a project that is no UUID', path: test('?project_id=mine'), status: 422, code: 'invalid_request', message: /not a UUID/ },
  {
    name: 'two projects',
    path: test(`?project_id=${PROJECT}&project_id=${PROJECT}`),
    status: 422,
    code: 'invalid_request',
    message: /more than one/,
  },
  {
    name: "somebody else's project",
    path: test('?project_id=00000000-0000-4000-8000-000000000009'),
    status: 403,
    code: 'project_forbidden',
    message: /does not open project 00000000-0000-4000-8000-000000000009/,
  },
  {
    name: 'the token before the project',
    path: test(''),
    headers: { authorization: '' },
    status: 401,
    code: 'unauthenticated',
    message: /credential/,
  },
  {
    name: 'the project before the body',
    path: test('?project_id=x'),
    body: '{',
    status: 422,
    code: 'invalid_request',
    message: /project_id/,
  },
  { name: 'an unknown path', path: '/services/nothing', status: 404, code: 'not_found', message: /\/docs/ },
  { name: 'an encoded slash', path: '/services/completion%2Ftest', status: 404, code: 'not_found', message: /\/docs/ },
  { name: 'another method', method: 'GET', status: 405, code: 'method_not_allowed', message: /Use POST/ },
  { name: 'DELETE', method: 'DELETE', status: 405, code: 'method_not_allowed', message: /Use POST/ },
  { name: 'a form nobody can answer in', headers: { accept: 'text/html' }, status: 406, code: 'not_acceptable', message: /Accept/ },
  {
    name: 'a body that is too large',
    body: bodyOf('x'.repeat(110_000)),
    status: 413,
    code: 'body_too_large',
    message: /VITRINE_MAX_BODY_MB/,
  },
  { name: 'a form', headers: { 'content-type': 'text/plain' }, status: 415, code: 'unsupported_media_type', message: /application\/json/ },
  {
    name: 'no JSON',
    body: '{"ag_config": \n oops}',
    status: 422,
    code: 'invalid_request',
    message: /line 2, column 2/,
    meta: { line: 2, column: 2 },
  },
  { name: 'an empty body', body: '', status: 422, code: 'invalid_request', message: /empty/ },
  { name: 'a list', body: '[]', status: 422, code: 'invalid_request', message: /Correct it there/ },
  {
    name: 'an unknown top-level key',
    body: { ...SEED_BODY, colour: 1 },
    status: 422,
    code: 'invalid_request',
    message: /colour/,
    meta: { issues: [{ path: 'colour' }] },
  },
  {
    name: 'a role that is none',
    body: { ag_config: { prompt: { messages: [{ role: 'robot', content: 'x' }], llm_config: { model: 'm' } } }, inputs: {} },
    status: 422,
    code: 'invalid_request',
    message: /ag_config\.prompt\.messages\[0\]\.role/,
  },
  {
    name: 'no messages',
    body: bodyOf('x', {}, { ag_config: { prompt: { messages: [], llm_config: { model: 'demo/echo' } } } }),
    status: 422,
    code: 'invalid_request',
    message: /messages/,
  },
  { name: 'no text', body: bodyOf('  '), status: 422, code: 'invalid_request', message: /prompt is empty/ },
  {
    name: 'a number of thousands of digits',
    body: JSON.stringify(bodyOf('{{x}}')).replace('"inputs":{}', `"inputs":{"x":${'9'.repeat(5000)}}`),
    status: 422,
    code: 'invalid_request',
    message: /Send it as text/,
  },
  { name: 'a bad wire detail', headers: { 'x-vitrine-wire': 'all' }, status: 422, code: 'invalid_request', message: /X-Vitrine-Wire/ },
  {
    name: 'a bad deadline',
    headers: { 'x-vitrine-deadline-ms': '1.5' },
    status: 422,
    code: 'invalid_request',
    message: /X-Vitrine-Deadline-Ms/,
  },
  {
    name: 'a broken template',
    body: {
      ag_config: {
        prompt: {
          messages: [{ role: 'user', content: 'first\nsecond {{#each}}' }],
          template_format: 'mustache',
          llm_config: { model: 'demo/echo' },
        },
      },
      inputs: {},
    },
    status: 422,
    code: 'template_syntax',
    message: /./,
    meta: { location: 'messages[0].content', line: 2 },
  },
  {
    name: 'a template that reaches for more than names',
    body: {
      ag_config: {
        prompt: {
          messages: [{ role: 'user', content: "{% include '/etc/passwd' %}" }],
          template_format: 'jinja2',
          llm_config: { model: 'demo/echo' },
        },
      },
      inputs: {},
    },
    status: 422,
    code: 'template_forbidden',
    message: /./,
    meta: { location: 'messages[0].content', line: 1 },
  },
  {
    name: 'missing variables, all at once',
    body: bodyOf([{ type: 'text', text: '{{b}} {{langauge}}' }], {}, { inputs: { language: 'es' } }),
    status: 422,
    code: 'missing_variables',
    message: /b.*langauge|langauge.*b/,
    meta: { names: ['b', 'langauge'], candidates: { langauge: ['language'] }, location: 'messages[0].content[0].text' },
  },
  {
    name: 'a template beyond its budget',
    body: {
      ag_config: {
        prompt: {
          messages: [{ role: 'user', content: '{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}' }],
          template_format: 'jinja2',
          llm_config: { model: 'demo/echo' },
        },
      },
      inputs: {},
    },
    status: 422,
    code: 'template_limit',
    message: /./,
  },
  {
    name: 'a mistyped model',
    body: bodyOf('x', { model: 'gpt-4o-mimi' }),
    status: 422,
    code: 'unknown_model',
    message: /Did you mean/,
    meta: { candidates: expect.arrayContaining(['openai/gpt-4o-mini']) },
  },
  {
    name: 'a demo model that does not exist',
    body: bodyOf('x', { model: 'demo/nothing' }),
    status: 422,
    code: 'unknown_model',
    message: /demo\/nothing/,
  },
  {
    name: 'a provider without a key',
    body: bodyOf('x', { model: 'litellm/x' }),
    status: 422,
    code: 'secret_missing',
    message: /LITELLM_BASE_URL/,
    meta: { provider: 'litellm' },
  },
  {
    name: 'tools that are none',
    body: bodyOf('x', { tools: [TOOL] }),
    status: 422,
    code: 'invalid_tools',
    message: /tools\[0\]\.function\.name/,
  },
  {
    name: 'a schema that is none',
    body: bodyOf('x', { response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { type: 'objekt' } } } }),
    status: 422,
    code: 'invalid_response_schema',
    message: /response_format/,
  },
  {
    name: 'a picture for a model without eyes',
    body: bodyOf([{ type: 'image_url', image_url: { url: 'https://x.example/a.png' } }], { model: 'demo/echo' }),
    status: 422,
    code: 'unsupported_parameter',
    message: /image/,
    meta: { location: 'messages[0].content[0]' },
  },
]

describe('what is refused before any provider is called', () => {
  it.each(REFUSALS)('$name: $code', async ({ body = SEED_BODY, path, method, headers, status, code, message, meta }) => {
    const before = on.provider.requests.length
    const failure = await failureOf(
      call(on.service.url, body, {
        ...(path === undefined ? {} : { path }),
        ...(method === undefined ? {} : { method }),
        ...(headers === undefined ? {} : { headers }),
      }),
    )
    expect([failure.status, failure.detail.code]).toEqual([status, code])
    expect(failure.detail.message).toMatch(message)
    expect(failure.detail.message).toMatch(/[.?]$/)
    expect(failure.detail.meta ?? {}).toMatchObject(meta ?? {})
    expect(failure.headers.get('x-request-id')).toMatch(/./)
    expect(failure.headers.get('cache-control')).toBe('no-store')
    expect(on.provider.requests).toHaveLength(before)
  })

  it('names its trace, also where the caller is unknown', async () => {
    const failure = await failureOf(
      call(on.service.url, SEED_BODY, { headers: { authorization: '', traceparent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01` } }),
    )
    expect(failure.detail.trace_id).toBe(failure.headers.get('x-trace-id'))
    expect(failure.detail.trace_id).not.toBe('e'.repeat(32))
  })

  it('answers JSON also where a stream was asked for', async () => {
    const failure = await failureOf(call(on.service.url, bodyOf('{{x}}'), { headers: { accept: 'text/event-stream' } }))
    expect([failure.status, failure.detail.code]).toEqual([422, 'missing_variables'])
  })

  it('says which methods there are', async () => {
    expect((await call(on.service.url, '', { method: 'PUT' })).headers.get('allow')).toBe('POST')
  })

  it('survives a body of a hundred thousand levels', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const place of ['"inputs":{"x":DEEP}', '"inputs":{},"references":{"x":DEEP}']) {
      const body = JSON.stringify(bodyOf('{{x}}')).replace('"inputs":{}', place.replace('DEEP', deep))
      const failure = await failureOf(call(on.service.url, body))
      expect(failure.status).toBe(422)
    }
    const tools = JSON.stringify(bodyOf('x', { extra_body: { deep: 'DEEP' } })).replace('"DEEP"', deep)
    expect((await failureOf(call(on.service.url, tools))).status).toBe(422)
  })
})

describe('what a provider refuses', () => {
  it.each<[string, Parameters<FakeProvider['enqueue']>, number, ErrorCode, RegExp]>([
    [
      'an invalid key',
      [chatFailure(401, { message: 'Incorrect API key provided: sk-test-key-0123456789.', code: 'invalid_api_key' })],
      500,
      'provider_error',
      /./,
    ],
    [
      'a full context',
      [chatFailure(400, { message: "This model's maximum context length is 8192 tokens.", code: 'context_length_exceeded' })],
      422,
      'context_length_exceeded',
      /./,
    ],
    [
      'a rate limit',
      Array.from({ length: 3 }, () =>
        chatFailure(429, { message: 'Rate limit reached', code: 'rate_limit_exceeded' }, { 'retry-after': '0' }),
      ),
      429,
      'provider_rate_limited',
      /./,
    ],
    [
      'a server error',
      Array.from({ length: 3 }, () => chatFailure(500, { message: 'The server had an error' }, { 'retry-after-ms': '1' })),
      500,
      'provider_error',
      /./,
    ],
    ['a page instead of JSON', [htmlReply()], 500, 'provider_error', /./],
  ])('%s', async (_name, replies, status, code, message) => {
    on.provider.enqueue(...replies)
    const failure = await failureOf(call(on.service.url, SEED_BODY))
    expect([failure.status, failure.detail.code]).toEqual([status, code])
    expect(failure.detail.message).toMatch(message)
    expect(JSON.stringify(failure.detail)).not.toContain('sk-test-key')
    expect(failure.headers.has('retry-after')).toBe(status === 429)
  })

  it('is tried again where that can help', async () => {
    on.provider.enqueue(chatFailure(503, { message: 'overloaded' }, { 'retry-after-ms': '1' }), chatCompletion('second time'))
    const response = await call(on.service.url, SEED_BODY)
    const { data, tree } = (await response.json()) as { data: string; tree: { nodes: { name: string; status: { code: string } }[] } }
    expect(data).toBe('second time')
    expect(tree.nodes.filter(({ name }) => name.startsWith('POST 127')).map(({ status }) => status.code)).toEqual(['ERROR', 'OK'])
  })

  it('comes last in a stream, after what had arrived', async () => {
    on.provider.enqueue(chatBeginning('half an answer', [chatErrorEvent('boom')]))
    const events = await eventsOf(call(on.service.url, SEED_BODY, { headers: { accept: 'text/event-stream' } }))
    const text = events.filter(({ type }) => type === 'part-delta').map(({ data }) => data['delta'])
    expect(text.join('')).toBe('half an answer')
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      data: { detail: { code: 'provider_error', trace_id: events[0]?.data['trace_id'] } },
    })
  })

  it('keeps the text of an answer that was cut off', async () => {
    on.provider.enqueue(chatBeginning('half', [], { end: 'reset' }))
    const failure = await failureOf(call(on.service.url, bodyOf('x', { stream: true })))
    expect(failure.detail).toMatchObject({ code: 'provider_error', meta: { partial: 'half', interrupted: true } })
  })

  it('ends with the deadline', async () => {
    on.provider.enqueue(SILENCE)
    const failure = await failureOf(call(on.service.url, SEED_BODY, { headers: { 'x-vitrine-deadline-ms': '150' } }))
    expect([failure.status, failure.detail.code]).toEqual([504, 'deadline_exceeded'])
    await on.provider.requests.at(-1)?.closed
    expect(on.provider.requests.at(-1)?.abortedMs).not.toBeNull()
  })
})

describe('the demo models that fail', () => {
  it.each<[string, number, ErrorCode]>([
    ['demo/down', 500, 'provider_error'],
    ['demo/overflows', 422, 'context_length_exceeded'],
  ])('%s', async (model, status, code) => {
    const failure = await failureOf(call(on.service.url, bodyOf('x', { model })))
    expect([failure.status, failure.detail.code]).toEqual([status, code])
  })

  it('demo/silent runs into the deadline', async () => {
    const failure = await failureOf(
      call(on.service.url, bodyOf('x', { model: 'demo/silent' }), { headers: { 'x-vitrine-deadline-ms': '200' } }),
    )
    expect(failure.detail.code).toBe('deadline_exceeded')
  })

  it('demo/flaky comes through at the third attempt', async () => {
    const response = await call(on.service.url, bodyOf('hello', { model: 'demo/flaky' }))
    expect(response.status).toBe(200)
  })
})
