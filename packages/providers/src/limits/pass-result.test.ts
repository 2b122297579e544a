import type { ErrorDetail } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { abortError, connectionError, forbiddenAddress, unreadableAnswer } from '../provider-error.ts'
import { TransportFailure, type TransportFailureKind } from '../transport/transport.ts'
import { passResultOf } from './pass-result.ts'

const withStatus = (status: number, code: ErrorDetail['code'] = 'provider_error'): ErrorDetail => ({
  code,
  message: 'x',
  meta: { provider_status: status, retryable: true },
})
const broken = (kind: TransportFailureKind): ErrorDetail => connectionError(new TransportFailure(kind, 'x'), true).error

describe('passResultOf', () => {
  it('takes an answer for one', () => {
    expect(passResultOf(null)).toBe('answered')
  })

  it.each([500, 502, 503, 529])('takes %i for a fault of the provider', (status) => {
    expect(passResultOf(withStatus(status))).toBe('fault')
  })

  it('takes silence and broken connections for faults', () => {
    expect((['refused', 'dns', 'reset', 'timeout'] as const).map(broken).map(passResultOf)).toEqual(['fault', 'fault', 'fault', 'fault'])
    expect(passResultOf(withStatus(504, 'provider_timeout'))).toBe('fault')
    expect(passResultOf({ code: 'provider_error', message: 'cut off', meta: { interrupted: true, retryable: true } })).toBe('fault')
  })

  it.each([400, 401, 403, 404, 408, 409, 422])('takes the refusal %i for a sign of life', (status) => {
    expect(passResultOf(withStatus(status, status === 408 ? 'provider_timeout' : 'provider_error'))).toBe('answered')
  })

  it('takes a rate limit for a sign of life', () => {
    expect(passResultOf(withStatus(429, 'provider_rate_limited'))).toBe('answered')
    expect(passResultOf({ code: 'provider_rate_limited', message: 'x', meta: { retryable: true } })).toBe('answered')
  })

  it('takes a wrong address for nobody’s fault but the caller’s', () => {
    expect(passResultOf(unreadableAnswer('a page'))).toBe('answered')
    expect(passResultOf(broken('tls'))).toBe('answered')
    expect(passResultOf(forbiddenAddress('private'))).toBe('answered')
  })

  it.each(['cancelled', 'deadline_exceeded', 'draining'] as const)('learns nothing from a call that was %s', (code) => {
    expect(passResultOf(abortError({ code }))).toBe('unknown')
  })
})
