import type { ErrorCode, ErrorDetail } from '@vitrine/contracts'

/** What can go wrong without the service saying so. */
export const CLIENT_FAILURE_CODES = ['offline', 'unreachable', 'interrupted', 'bad_reply', 'cancelled', 'auth_required'] as const
export type ClientFailureCode = (typeof CLIENT_FAILURE_CODES)[number]

/**
 * Why there is no answer, as plain data that crosses a thread unharmed. `message` alone tells cause and remedy.
 *
 * *Shape*: `meta.cause` is `{kind, values}`, the same as `message` for whoever says it in another language. `code` is the service's own where it answered with its error body. `offline`, `unreachable`: no HTTP status was received.
 * `interrupted`: the stream ended without result or error; what came stays valid. `bad_reply`: somebody answered, but not as the
 * service does. `auth_required`: no token, or the token was refused also after it was renewed; `meta.code` is the service's code.
 * *Units*: `retryAfterMs` milliseconds.
 */
export interface ClientFailure {
  readonly code: ErrorCode | ClientFailureCode
  readonly message: string
  /** The HTTP status, where one was received. */
  readonly status?: number
  readonly meta?: Readonly<Record<string, unknown>>
  readonly traceId?: string
  readonly retryAfterMs?: number
}

/** A document of the service, or why there is none. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: ClientFailure }

export const failed = (failure: ClientFailure): Reply<never> => ({ ok: false, failure })

/** What a message says, as data: texts and numbers by name. */
export const told = (kind: string, values: Readonly<Record<string, string | number>> = {}) => ({ cause: { kind, values } })

export const CANCELLED: ClientFailure = { code: 'cancelled', message: 'The run was stopped.', meta: told('stopped') }

/** The service's error as a failure. */
export const failureOfDetail = ({ code, message, meta, trace_id: traceId }: ErrorDetail): ClientFailure => ({
  code,
  message,
  ...(meta === undefined ? {} : { meta }),
  ...(traceId === undefined ? {} : { traceId }),
})

/** Neither an error nor an end: the request left and no status came back. */
export const unreached = (host: string, isOnline: boolean): ClientFailure =>
  isOnline
    ? {
        code: 'unreachable',
        message: `The browser could not reach ${host} (CORS or network). It never got an HTTP status.`,
        meta: told('no-reply', { host }),
      }
    : { code: 'offline', message: 'You are offline. Nothing was sent.', meta: told('offline') }
