import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import type { ProviderFailure } from './provider.ts'

/**
 * How an attempt ended. `ended`: all there is to tell has been told, its `error` included where it was one. `failed`: nothing of an answer
 * was passed on, so that it may be tried again; `events`, the error among them, tell of it if it is not. `left`: nobody reads on.
 */
export type AttemptEnd =
  | { readonly kind: 'ended'; readonly error: ErrorDetail | null }
  | { readonly kind: 'failed'; readonly failure: ProviderFailure; readonly events: readonly ProviderEvent[] }
  | { readonly kind: 'left' }

export const ANSWERED: AttemptEnd = { kind: 'ended', error: null }
export const LEFT: AttemptEnd = { kind: 'left' }

export const failed = (failure: ProviderFailure, events?: readonly ProviderEvent[]): AttemptEnd => ({
  kind: 'failed',
  failure,
  events: events ?? [{ type: 'error', error: failure.error }],
})

/** A failure that no other attempt can mend. */
export const finalFailure = (error: ErrorDetail): ProviderFailure => ({ error, retryable: false, retryAfterMs: null })

/** A fault of our own: it ends the call as data, and tells nothing of its inside. */
export const brokenInside = (): AttemptEnd =>
  failed(finalFailure({ code: 'internal', message: 'The answer could not be processed. The fault is in this service.' }))

/** The error that an attempt ended with; null where it was answered or left. */
export function errorOfEnd(end: AttemptEnd): ErrorDetail | null {
  if (end.kind === 'ended') return end.error
  return end.kind === 'failed' ? end.failure.error : null
}

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
