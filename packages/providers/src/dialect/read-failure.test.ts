import { APIError } from 'openai'
import { describe, expect, it } from 'vitest'
import { readFailure, readInnerFailure } from './read-failure.ts'

const failure = (status: number, error: unknown, headers: Readonly<Record<string, string>> = {}) =>
  readFailure({ status, headers, body: typeof error === 'string' ? error : JSON.stringify({ error }) })

describe('readFailure: which failure it is', () => {
  it.each<readonly [string, number, unknown, string, boolean]>([
    ['OpenAI: wrong key', 401, { message: 'Incorrect API key provided: sk-no.', code: 'invalid_api_key' }, 'provider_error', false],
    ['OpenAI: no key', 401, { message: "You didn't provide an API key.", type: 'invalid_request_error' }, 'provider_error', false],
    ['OpenAI: forbidden', 403, { message: 'Country not supported', code: 'unsupported_country_region_territory' }, 'provider_error', false],
    [
      'OpenAI: unknown model',
      404,
      { message: 'The model `gpt-9` does not exist or you do not have access to it.', code: 'model_not_found' },
      'unknown_model',
      false,
    ],
    [
      'OpenAI: context',
      400,
      { message: "This model's maximum context length is 8192 tokens.", code: 'context_length_exceeded' },
      'context_length_exceeded',
      false,
    ],
    ['OpenAI: rate', 429, { message: 'Rate limit reached', code: 'rate_limit_exceeded' }, 'provider_rate_limited', true],
    ['OpenAI: quota', 429, { message: 'You exceeded your current quota', code: 'insufficient_quota' }, 'provider_rate_limited', false],
    [
      'OpenAI: parameter',
      400,
      { message: "Unsupported parameter: 'temperature'", code: 'unsupported_parameter', param: 'temperature' },
      'unsupported_parameter',
      false,
    ],
    [
      'OpenAI: value',
      400,
      { message: "Unsupported value: 'temperature' does not support 0.2", code: 'unsupported_value', param: 'temperature' },
      'unsupported_parameter',
      false,
    ],
    [
      'OpenAI: tool',
      400,
      { message: "Invalid schema for function 'f': x", code: 'invalid_function_parameters', param: 'tools[0].function.parameters' },
      'invalid_tools',
      false,
    ],
    [
      'OpenAI: schema',
      400,
      { message: "Invalid schema for response_format 'n': x", param: 'response_format' },
      'invalid_response_schema',
      false,
    ],
    ['OpenAI: server', 500, { message: 'The server had an error', type: 'server_error' }, 'provider_error', true],
    ['OpenRouter: credit', 402, { message: 'Insufficient credits', code: 402 }, 'provider_rate_limited', false],
    ['OpenRouter: model', 400, { message: 'x/y is not a valid model ID', code: 400 }, 'unknown_model', false],
    [
      'OpenRouter: endpoints that take the settings',
      404,
      { message: 'No endpoints found that can handle the requested parameters.', code: 404 },
      'unsupported_parameter',
      false,
    ],
    ['OpenRouter: routing', 404, { message: 'No endpoints found matching your data policy.', code: 404 }, 'provider_error', false],
    [
      'OpenRouter: no provider',
      503,
      { message: 'There is no available model provider that meets your routing requirements', code: 503 },
      'provider_error',
      false,
    ],
    [
      'OpenRouter: moderation',
      403,
      { message: 'openai/x requires moderation and your input was flagged', code: 403, metadata: { reasons: ['violence'] } },
      'provider_error',
      false,
    ],
    [
      'OpenRouter: the context of the provider behind it',
      400,
      {
        message: 'Provider returned error',
        code: 400,
        metadata: { provider_name: 'OpenAI', raw: '{"error":{"message":"maximum context length is 8192 tokens"}}' },
      },
      'context_length_exceeded',
      false,
    ],
    ['OpenRouter: endpoints', 404, { message: 'No endpoints found for x/y.', code: 404 }, 'unknown_model', false],
    ['Ollama: model', 404, { message: 'model "llama9" not found, try pulling it first' }, 'unknown_model', false],
    ['vLLM: model', 404, { message: 'The model `x` does not exist.', type: 'NotFoundError', code: 404 }, 'unknown_model', false],
    [
      'vLLM: context',
      400,
      { message: "This model's maximum context length is 4096 tokens. Please reduce the length." },
      'context_length_exceeded',
      false,
    ],
    [
      'llama.cpp: context',
      400,
      { message: 'the request exceeds the available context size', type: 'exceed_context_size_error' },
      'context_length_exceeded',
      false,
    ],
    ['Anthropic: context', 400, { message: 'prompt is too long: 210000 tokens > 200000 maximum' }, 'context_length_exceeded', false],
    [
      'Groq: tokens per minute',
      413,
      { message: 'Request too large: tokens per minute', code: 'rate_limit_exceeded' },
      'provider_rate_limited',
      true,
    ],
    ['an address without anything', 404, '<html>nginx</html>', 'provider_error', false],
    ['a method not allowed', 405, '', 'provider_error', false],
    ['a redirect', 308, '', 'provider_error', false],
    ['a conflict', 409, { message: 'conflict' }, 'provider_error', true],
    ['a timeout', 408, { message: 'timeout' }, 'provider_timeout', true],
    ['a gateway’s timeout', 504, '<html>504</html>', 'provider_timeout', true],
    ['a proxy’s page', 502, '<html>502 Bad Gateway</html>', 'provider_error', true],
    ['an empty body', 503, '', 'provider_error', true],
    ['an error as text', 400, JSON.stringify({ error: 'bad things' }), 'provider_error', false],
    ['another shape', 422, JSON.stringify({ detail: [{ loc: ['body'], msg: 'x' }] }), 'provider_error', false],
    ['a server that talks of a model', 500, { message: 'model `x` not found in the cache of the pod' }, 'provider_error', true],
  ])('%s', (_, status, error, code, retryable) => {
    const read = failure(status, error)
    expect([read.error.code, read.retryable]).toEqual([code, retryable])
    expect(read.error.meta).toMatchObject({ provider_status: status, retryable })
  })

  it.each([
    [400, { message: 'model is required', param: 'model' }],
    [400, { message: 'temperature is not supported with this model' }],
    [400, { message: 'max_tokens is too large: 99999. This model supports at most 16384 completion tokens' }],
  ])('does not take another complaint for one about the model’s name or the context (%i %o)', (status, error) => {
    expect(['provider_error', 'unsupported_parameter']).toContain(failure(status, error).error.code)
  })

  it.each([
    ['true', 400, true],
    ['false', 503, false],
  ])('believes a provider that says whether to try again (%s)', (value, status, retryable) => {
    expect(failure(status, { message: 'x' }, { 'x-should-retry': value }).retryable).toBe(retryable)
  })

  it('agrees with the official client on status, code, parameter and type', () => {
    const error = { message: 'm', code: 'c', param: 'p', type: 't' }
    for (const status of [400, 401, 403, 404, 409, 422, 429, 500]) {
      const official = APIError.generate(status, { error }, undefined, new Headers())
      const { meta } = failure(status, error).error
      expect([meta?.['provider_status'], meta?.['provider_code']]).toEqual([official.status, official.code])
    }
  })
})

describe('readFailure: what it says', () => {
  it('tells cause and remedy first, then quotes the provider', () => {
    expect(failure(401, { message: 'No  such\nkey.' }).error.message).toBe(
      'The provider refused the key (HTTP 401). Check that the key is right, belongs to this provider, and may use this model. It says: “No such key.”',
    )
  })

  it('quotes no page', () => {
    const { message, meta } = failure(502, '<html><b>Bad</b></html>').error
    expect(message).not.toContain('<')
    expect(meta?.['provider']).toBe('<html><b>Bad</b></html>')
  })

  it('bounds what it quotes and what it keeps', () => {
    const { message, meta } = failure(400, { message: 'x'.repeat(100_000) }).error
    expect(message.length).toBeLessThan(450)
    expect(JSON.stringify(meta).length).toBeLessThan(40_000)
  })

  it('keeps what helps to find the call at the provider’s, and how long it asks to wait', () => {
    const read = failure(429, { message: 'slow', code: 'rate_limit_exceeded' }, { 'x-request-id': 'req_1', 'retry-after': '7' })
    expect(read.retryAfterMs).toBe(7_000)
    expect(read.error.meta).toMatchObject({
      request_id: 'req_1',
      retry_after_ms: 7_000,
      provider_code: 'rate_limit_exceeded',
      provider_message: 'slow',
    })
    expect(failure(500, { message: 'x' }, { 'x-litellm-call-id': 'call_1' }).error.meta).toMatchObject({ request_id: 'call_1' })
  })

  it('finds the words of the provider behind a gateway', () => {
    const behind = JSON.stringify({ error: { message: 'Upstream says no' } })
    expect(failure(400, { code: 400, metadata: { raw: behind, provider_name: 'X' } }).error.message).toContain('“Upstream says no”')
  })
})

describe('readInnerFailure', () => {
  it('keeps no body that is nested too deep to be written', () => {
    const deep: unknown = JSON.parse(`{"message":"x","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
    expect(readInnerFailure({ error: deep }, {}).error.message).toContain('“x”')
  })

  it.each([
    [{ error: { message: 'slow', code: 429 } }, 'provider_rate_limited', 429],
    [{ error: { message: 'slow', code: '429' } }, 'provider_rate_limited', 429],
    [{ error: { message: 'x', code: 'tool_use_failed', status_code: 400 } }, 'provider_error', 400],
    [{ error: { message: 'x', type: 'overloaded_error' } }, 'provider_error', undefined],
    [{ error: 'ContextWindowExceededError: too long' }, 'context_length_exceeded', undefined],
  ])('reads the status that the error names itself: %o', (chunk, code, status) => {
    const { error } = readInnerFailure(chunk, {})
    expect([error.code, error.meta?.['provider_status']]).toEqual([code, status])
  })
})
