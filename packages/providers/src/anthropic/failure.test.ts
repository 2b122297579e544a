import { describe, expect, it } from 'vitest'
import { readInnerFailure, readMessagesFailure } from './failure.ts'

const bodyOf = (type: string, message: string, fields: object = {}) => ({
  type: 'error',
  error: { type, message, ...fields },
  request_id: 'req_1',
})
const failure = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  readMessagesFailure({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('readMessagesFailure', () => {
  it.each<readonly [number, string, string, string, boolean]>([
    [400, 'invalid_request_error', 'prompt is too long: 214577 tokens > 200000 maximum', 'context_length_exceeded', false],
    [
      400,
      'invalid_request_error',
      'input length and `max_tokens` exceed context limit: 190000 + 32000 > 200000',
      'context_length_exceeded',
      false,
    ],
    [400, 'invalid_request_error', 'temperature: Extra inputs are not permitted', 'unsupported_parameter', false],
    [400, 'invalid_request_error', '"thinking.type.enabled" is not supported for this model.', 'unsupported_parameter', false],
    [400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.', 'provider_rate_limited', false],
    [400, 'invalid_request_error', 'messages.0.content: Field required', 'provider_error', false],
    [401, 'authentication_error', 'invalid x-api-key', 'provider_error', false],
    [402, 'billing_error', 'There is a problem with your payment.', 'provider_rate_limited', false],
    [403, 'permission_error', 'Your API key may not use this.', 'provider_error', false],
    [404, 'not_found_error', 'model: claude-opus-99', 'unknown_model', false],
    [404, 'not_found_error', 'Not found', 'provider_error', false],
    [413, 'request_too_large', 'Request exceeds the maximum size', 'provider_error', false],
    [500, 'api_error', 'Internal server error', 'provider_error', true],
    [504, 'timeout_error', 'Gateway timeout', 'provider_timeout', true],
    [529, 'overloaded_error', 'Overloaded', 'provider_error', true],
  ])('tells a %i %s (%s) as %s', (status, type, message, code, retryable) => {
    const told = failure(status, bodyOf(type, message))
    expect(told).toMatchObject({
      error: { code, meta: { provider_status: status, provider_code: type, request_id: 'req_1', retryable } },
      retryable,
    })
    expect(told.error.message).toContain(message)
  })

  it('waits for a rate limit that says how long', () => {
    const body = bodyOf('rate_limit_error', 'Number of requests has exceeded your limit')
    expect(failure(429, body, { 'retry-after': '12' })).toMatchObject({
      retryable: true,
      retryAfterMs: 12_000,
      error: { code: 'provider_rate_limited' },
    })
    expect(failure(429, body, { 'x-should-retry': 'true' })).toMatchObject({ retryable: true })
  })

  it('takes a 429 that does not for a limit of spending, which no waiting mends', () => {
    const told = failure(429, bodyOf('rate_limit_error', 'You have reached your monthly limit'))
    expect(told).toMatchObject({
      retryable: false,
      retryAfterMs: null,
      error: { code: 'provider_rate_limited', meta: { retryable: false, request_id: 'req_1' } },
    })
    expect(told.error.message).toMatch(/^The account.*spending limit.*You have reached your monthly limit/)
  })

  it.each(['contract_spend_limit_reached', 'enforced_spend_limit_reached'])(
    'and so one that names it (%s), whatever it says of waiting',
    (code) => {
      const body = bodyOf('rate_limit_error', 'Limit', { details: { error_code: code } })
      expect(failure(429, body, { 'retry-after': '1' })).toMatchObject({ retryable: false })
    },
  )

  it('waits for a limit of growth, and for a gateway, which never says how long', () => {
    const body = bodyOf('rate_limit_error', 'Limit', { details: { error_code: 'ramp_limit_exceeded' } })
    expect(failure(429, body, { 'retry-after': '1' })).toMatchObject({ retryable: true })
    expect(failure(429, { error: { message: 'slow', code: '429' } }, { 'x-litellm-version': '1' })).toMatchObject({ retryable: true })
  })

  it('keeps the id of the header where there is one, and reads what is no JSON', () => {
    expect(failure(500, bodyOf('api_error', 'x'), { 'request-id': 'req_head' }).error.meta).toMatchObject({ request_id: 'req_head' })
    expect(failure(502, '<html>Bad gateway</html>')).toMatchObject({ retryable: true, error: { code: 'provider_error' } })
    expect(failure(429, 'slow down')).toMatchObject({ retryable: false })
  })
})

describe('readInnerFailure', () => {
  it.each([
    ['overloaded_error', 'provider_error', true],
    ['api_error', 'provider_error', true],
    ['timeout_error', 'provider_timeout', true],
    ['invalid_request_error', 'provider_error', false],
  ])('tells a %s inside a stream as %s', (type, code, retryable) => {
    expect(readInnerFailure(bodyOf(type, 'x'), {})).toMatchObject({ retryable, error: { code, meta: { request_id: 'req_1' } } })
  })
})
