import type { ErrorDetail } from '@vitrine/contracts'
import type { ProviderFailure } from './provider.ts'
import type { TransportFailure } from './transport/transport.ts'

const ABORT_MESSAGES = {
  cancelled: 'The run was stopped. What had arrived is kept.',
  deadline_exceeded: 'The run took longer than its deadline allows and was stopped. Ask for a shorter answer, or allow more time.',
  draining: 'The service is shutting down and stopped the run. Run it again in a moment.',
} as const
type AbortCode = keyof typeof ABORT_MESSAGES

const isAbortCode = (code: unknown): code is AbortCode => typeof code === 'string' && Object.hasOwn(ABORT_MESSAGES, code)

/** Why a signal was aborted, as an error; a reason that is not an `AbortCause` means that the caller left. */
export function abortError(reason: unknown): ErrorDetail {
  const code = typeof reason === 'object' && reason !== null && 'code' in reason && isAbortCode(reason.code) ? reason.code : 'cancelled'
  return { code, message: ABORT_MESSAGES[code] }
}

/**
 * A failure below HTTP as an error. Another attempt can help where the request cannot have been worked on: no connection came about, or it
 * was closed before any answer. A provider that took the request and stays silent may be at work, and would bill twice.
 */
export function connectionError(failure: TransportFailure, wasConnected: boolean): ProviderFailure {
  if (failure.kind === 'forbidden') return { error: forbiddenAddress(failure.message), retryable: false, retryAfterMs: null }
  const retryable =
    failure.kind === 'reset' || failure.kind === 'refused' || failure.kind === 'dns' || (failure.kind === 'timeout' && !wasConnected)
  return {
    error: {
      code: failure.kind === 'timeout' ? 'provider_timeout' : 'provider_error',
      message: failure.message,
      meta: { provider_code: `connection_${failure.kind}`, retryable },
    },
    retryable,
    retryAfterMs: null,
  }
}

/** An answer that is none: what came instead, and what to do. */
export const unreadableAnswer = (message: string): ErrorDetail => ({ code: 'provider_error', message, meta: { retryable: false } })

/** An address that must not be called: nothing was sent. */
export const forbiddenAddress = (message: string): ErrorDetail => ({
  code: 'invalid_request',
  message,
  meta: { issues: [{ path: 'base_url', message }], retryable: false },
})
