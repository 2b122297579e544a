import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import type { ProviderFailure } from './provider.ts'

/**
 * How an attempt ended. `ended`: all there is to tell has been told, `failure` in one line where it was one. `failed`: nothing of an answer
 * was passed on, so that it may be tried again; `events`, the error among them, tell of it if it is not.
 */
export type AttemptEnd =
  | { readonly kind: 'ended'; readonly failure: string | null }
  | { readonly kind: 'failed'; readonly failure: ProviderFailure; readonly events: readonly ProviderEvent[] }

export const ANSWERED: AttemptEnd = { kind: 'ended', failure: null }

export const failed = (failure: ProviderFailure, events?: readonly ProviderEvent[]): AttemptEnd => ({
  kind: 'failed',
  failure,
  events: events ?? [{ type: 'error', error: failure.error }],
})

/** A failure that no other attempt can mend. */
export const finalFailure = (error: ErrorDetail): ProviderFailure => ({ error, retryable: false, retryAfterMs: null })

type ErrorEvent = Extract<ProviderEvent, { type: 'error' }>
const isError = (event: ProviderEvent): event is ErrorEvent => event.type === 'error'

export const findErrorEvent = (events: readonly ProviderEvent[]): ErrorEvent | null => events.find(isError) ?? null

/**
 * The failure that a reducer's events tell of before any part began. One that was billed is not tried again: what it cost would be lost.
 */
export function failedByEvents(events: readonly ProviderEvent[], { error }: ErrorEvent): AttemptEnd {
  const isBilled = events.some(({ type }) => type === 'usage' || type === 'cost')
  return failed({ error, retryable: error.meta?.['retryable'] === true && !isBilled, retryAfterMs: null }, events)
}
