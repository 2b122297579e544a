import type { ErrorDetail } from '@vitrine/contracts'
import type { PassResult } from './circuit-breaker.ts'

const ENDED_BY_US: ReadonlySet<ErrorDetail['code']> = new Set(['cancelled', 'deadline_exceeded', 'draining', 'internal'])

/**
 * What an attempt says about its provider. Faults are failures of the server and of the connection to it; a refusal (4xx), a rate limit
 * among them, comes from a provider that is well.
 */
export function passResultOf(error: ErrorDetail | null): PassResult {
  if (error === null) return 'answered'
  if (ENDED_BY_US.has(error.code)) return 'unknown'
  const status = error.meta?.['provider_status']
  if (typeof status === 'number') return status >= 500 ? 'fault' : 'answered'
  if (error.code === 'provider_timeout') return 'fault'
  return error.code === 'provider_error' && error.meta?.['retryable'] === true ? 'fault' : 'answered'
}
