import type { ErrorDetail } from '@vitrine/contracts'
import type { AttemptEnd } from './attempt-end.ts'
import type { CallGate, RetryStop } from './limits/call-gate.ts'
import type { CallContext, PreparedCall, ProviderFailure } from './provider.ts'
import { retryWaitMs } from './retry.ts'

export interface NextQuestion {
  readonly end: Extract<AttemptEnd, { kind: 'failed' }>
  /** The one that failed, and the one that all began with. */
  readonly call: PreparedCall
  readonly first: PreparedCall
  /** How many there have been. */
  readonly attempts: number
  readonly maxAttempts: number
  readonly context: CallContext
  /** From 0 to below 1. */
  readonly random: () => number
  readonly gate: CallGate | null
}

/** Another attempt, with what and when; or why there is none, where another one could have helped. */
export type NextAttempt =
  | { readonly call: PreparedCall; readonly waitMs: number; readonly of: number; readonly reason: string }
  | { readonly call: null; readonly stop: RetryStop | null }

const NO_MORE: NextAttempt = { call: null, stop: null }
const WITHOUT_STATE = 'sent again with the whole history, without what the provider stored'

/** Decides after an attempt of which nothing was passed on whether there is another. */
export function nextAttempt({ end, call, first, attempts, maxAttempts, context, random, gate }: NextQuestion): NextAttempt {
  const { failure } = end
  // Without its state a call gets one attempt and no more: how that ends is the answer.
  if (call !== first) return NO_MORE
  const { stateless } = call
  if (stateless !== undefined && dependsOnState(failure.error)) {
    return { call: stateless, waitMs: 0, of: attempts + 1, reason: `${reasonOf(failure)}: ${WITHOUT_STATE}` }
  }
  const waitMs = retryWaitMs({
    failure,
    attempt: attempts,
    maxAttempts,
    nowMs: context.clock(),
    deadlineMs: context.deadlineMs ?? null,
    random,
  })
  if (waitMs === null) return NO_MORE
  const stop = gate?.takeRetry() ?? null
  return stop === null ? { call, waitMs, of: maxAttempts, reason: reasonOf(failure) } : { call: null, stop }
}

/** What the provider keeps of earlier turns fills the context, or is gone. */
function dependsOnState({ code, meta }: ErrorDetail): boolean {
  return (
    code === 'context_length_exceeded' || meta?.['provider_status'] === 404 || meta?.['provider_code'] === 'previous_response_not_found'
  )
}

function reasonOf({ error }: ProviderFailure): string {
  const status = error.meta?.['provider_status']
  return typeof status === 'number' ? `HTTP ${status}` : error.message
}
