import { ERROR_CODES, type ErrorCode } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { retryAfterSeconds, statusOf } from './error-map.ts'
import { refuse } from './refusal.ts'
import { errorReply } from './reply.ts'

/** The table of contract.md, by status. */
const CONTRACT: Readonly<Record<number, readonly ErrorCode[]>> = {
  401: ['unauthenticated', 'token_expired'],
  403: ['project_forbidden', 'model_not_allowed'],
  404: ['not_found'],
  405: ['method_not_allowed'],
  406: ['not_acceptable'],
  409: ['idempotency_in_flight', 'conflict'],
  413: ['body_too_large'],
  415: ['unsupported_media_type'],
  422: [
    'invalid_request',
    'template_syntax',
    'template_forbidden',
    'missing_variables',
    'template_limit',
    'unknown_model',
    'secret_missing',
    'unsupported_parameter',
    'invalid_tools',
    'invalid_response_schema',
    'idempotency_mismatch',
    'context_length_exceeded',
  ],
  429: ['rate_limited', 'quota_exceeded', 'provider_rate_limited'],
  499: ['cancelled'],
  500: ['provider_error', 'internal'],
  503: ['unavailable', 'provider_circuit_open', 'draining'],
  504: ['deadline_exceeded', 'provider_timeout'],
}

describe('the error table', () => {
  it('gives every code the status of the contract', () => {
    const codes = Object.entries(CONTRACT).flatMap(([status, listed]) => listed.map((code) => [code, Number(status)] as const))
    expect(codes.map(([code]) => code).toSorted()).toEqual([...ERROR_CODES].toSorted())
    expect(codes.map(([code]) => [code, statusOf(code)])).toEqual(codes)
  })

  it('tells when to come back where that helps', () => {
    const told = ERROR_CODES.filter((code) => retryAfterSeconds({ code, message: '' }) !== null)
    expect(told.toSorted()).toEqual([...(CONTRACT[429] ?? []), ...(CONTRACT[503] ?? [])].toSorted())
  })

  it.each([
    [1, 1],
    [999, 1],
    [1000, 1],
    [1001, 2],
    [61_500, 62],
  ])('rounds a wait of %d ms up to %d s', (ms, seconds) => {
    expect(retryAfterSeconds({ code: 'provider_rate_limited', message: '', meta: { retry_after_ms: ms } })).toBe(seconds)
  })

  it.each([-5, 0, Number.NaN, 'soon', null])('does not pass on a wait of %s', (wait) => {
    expect(retryAfterSeconds({ code: 'rate_limited', message: '', meta: { retry_after_ms: wait } })).toBe(1)
  })
})

describe('errorReply', () => {
  it('carries code, message, meta, ids and whatever headers belong to it', async () => {
    const refusal = refuse('provider_rate_limited', 'Wait.', { retry_after_ms: 1500 }, { Allow: 'POST' })
    const reply = errorReply(refusal, { 'X-Request-Id': 'r' }, { traceId: 't', spanId: 's' })
    expect(reply.status).toBe(429)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'retry-after': '2',
      allow: 'POST',
      'x-request-id': 'r',
      'cache-control': 'no-store',
    })
    expect(await reply.json()).toEqual({
      detail: { message: 'Wait.', code: 'provider_rate_limited', meta: { retry_after_ms: 1500 }, trace_id: 't', span_id: 's' },
    })
  })
})
