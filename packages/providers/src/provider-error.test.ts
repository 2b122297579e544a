import { describe, expect, it } from 'vitest'
import { abortError, connectionError, unreadableAnswer } from './provider-error.ts'
import { TransportFailure } from './transport/transport.ts'

describe('abortError', () => {
  it.each(['cancelled', 'deadline_exceeded', 'draining'] as const)('says what %s means', (code) => {
    expect(abortError({ code })).toMatchObject({ code, message: expect.stringMatching(/stopped/) })
  })

  it.each([undefined, null, 'gone', new Error('gone'), { code: 'constructor' }, { code: 7 }])(
    'takes any other reason for a caller who left (%s)',
    (reason) => {
      expect(abortError(reason).code).toBe('cancelled')
    },
  )
})

describe('connectionError', () => {
  it.each([
    ['refused', false, 'provider_error', true],
    ['dns', false, 'provider_error', true],
    ['reset', true, 'provider_error', true],
    ['tls', false, 'provider_error', false],
    ['protocol', true, 'provider_error', false],
    ['timeout', false, 'provider_timeout', true],
    ['timeout', true, 'provider_timeout', false],
  ] as const)('a failure of kind %s (connected: %s) is %s, to be tried again: %s', (kind, wasConnected, code, retryable) => {
    const failure = connectionError(new TransportFailure(kind, 'what to do'), wasConnected)
    expect(failure).toEqual({
      error: { code, message: 'what to do', meta: { provider_code: `connection_${kind}`, retryable } },
      retryable,
      retryAfterMs: null,
    })
  })
})

describe('unreadableAnswer', () => {
  it('is a provider error that no other attempt mends', () => {
    expect(unreadableAnswer('It is a page.')).toEqual({ code: 'provider_error', message: 'It is a page.', meta: { retryable: false } })
  })
})
