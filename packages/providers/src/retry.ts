import type { ProviderFailure } from './provider.ts'

const BASE_MS = 500
const CEILING_MS = 8_000
const LONGEST_ASKED_MS = 60_000

export interface RetryQuestion {
  readonly failure: ProviderFailure
  /** From 1: the one that failed. */
  readonly attempt: number
  readonly maxAttempts: number
  readonly nowMs: number
  readonly deadlineMs: number | null
  /** From 0 to below 1. */
  readonly random: () => number
}

/**
 * Whether to try again after a failure before which nothing of an answer was passed on, and after how many milliseconds: null is no.
 *
 * The wait is what the provider asks for, else drawn from 0 to a bound that doubles each time (full jitter), so that many callers do not
 * come back at once. More than a minute, or past the deadline, is not waited for.
 */
export function retryWaitMs(question: RetryQuestion): number | null {
  const { failure, attempt, maxAttempts, nowMs, deadlineMs, random } = question
  if (!failure.retryable || attempt >= maxAttempts) return null
  const asked = failure.retryAfterMs
  if (asked !== null && asked > LONGEST_ASKED_MS) return null
  const waitMs = asked ?? Math.round(random() * Math.min(CEILING_MS, BASE_MS * 2 ** (attempt - 1)))
  return deadlineMs !== null && nowMs + waitMs >= deadlineMs ? null : waitMs
}
