import type { ErrorDetail, Message, Model, ModelSettings, ProviderEvent, SettingsReport, WireDetail, WireRequest } from '@vitrine/contracts'

/** Where a provider is reached. `apiKey` is request-scoped: it is never kept beyond the call and leaves only as the credential header. */
export interface ProviderEndpoint {
  /** Without a trailing slash, `https://api.openai.com/v1`. */
  readonly baseUrl: string
  /** Null for servers that want no key. */
  readonly apiKey: string | null
  /**
   * The origin that the key was given for (`https://api.openai.com`); that of `baseUrl` where absent. A key never goes to another one, so
   * whoever can change the address alone cannot have the key sent to himself.
   */
  readonly apiKeyOrigin?: string
  /**
   * Who chose the address: the operator, whose settings may name any server, or somebody else, and then only public addresses are called
   * (`guarded`). The operator where absent.
   */
  readonly trust?: 'operator' | 'guarded'
}

/** A rendered prompt on its way to one provider. */
export interface ProviderCall {
  readonly endpoint: ProviderEndpoint
  /** The name that the provider is sent, without our prefix. */
  readonly model: string
  /** What the catalogue knows of it; null where it knows nothing, and then everything is sent as asked. */
  readonly facts: Model | null
  readonly messages: readonly Message[]
  readonly settings: ModelSettings
  readonly stream: boolean
}

/** What a log tells of a call at DEBUG, or as a warning: counts and sizes, never content. */
export interface CallNote {
  readonly level: 'debug' | 'warning'
  readonly text: string
}

/** A provider's request, complete but for the sending. `headers` holds the credential: it is redacted before anybody sees it. */
export interface PreparedCall {
  readonly request: WireRequest
  readonly stream: boolean
  readonly endpoint: ProviderEndpoint
  readonly settings: SettingsReport
  readonly notes?: readonly CallNote[]
  /** The same call with its whole history; present where this one relies on what the provider keeps of earlier ones. */
  readonly stateless?: PreparedCall
}

export type Preparation = { readonly ok: true; readonly call: PreparedCall } | { readonly ok: false; readonly error: ErrorDetail }

/** What is known of one attempt once it is over, for spans and counters. Milliseconds on the context's clock. */
export interface AttemptFacts {
  readonly attempt: number
  readonly method: string
  /** Without query and credentials. */
  readonly url: string
  readonly status: number | null
  readonly startMs: number
  readonly firstTokenMs: number | null
  readonly endMs: number
  readonly failure: string | null
}

/** Why a call is given up; the `reason` of the context's signal. */
export interface AbortCause {
  readonly code: 'cancelled' | 'deadline_exceeded' | 'draining'
}

export interface CallContext {
  /** Aborted with an `AbortCause` as its reason. */
  readonly signal: AbortSignal
  /** Sent to the provider as `X-Client-Request-Id`, the same for every attempt of one call. */
  readonly requestId: string
  /** Further headers for this call (`traceparent`, where the endpoint is on the allow-list). */
  readonly headers?: Readonly<Record<string, string>>
  readonly wire: WireDetail
  /** Milliseconds, monotonic; 0 is when the service accepted the request. */
  readonly clock: () => number
  /** On the same clock: when the signal will be aborted. No wait for another attempt goes beyond it. */
  readonly deadlineMs?: number
  readonly onAttempt?: (facts: AttemptFacts) => void
}

/**
 * A way to speak to models. One folder per wire dialect implements `Dialect`; `createProvider` makes a `Provider` of it, with the one
 * transport, retry loop, wire capture and stream reader that all share.
 *
 * *Errors*: `prepare` refuses as data. `run` never rejects: the iteration ends after `response-end` (and what belongs to it) or with an
 * `error` event last but for `usage`, `cost` and `wire`.
 */
export interface Provider {
  readonly dialect: string
  prepare(call: ProviderCall): Preparation
  run(call: PreparedCall, context: CallContext): AsyncIterable<ProviderEvent>
}

/** A failed HTTP answer as it came. `body` is text, cut to a bounded length. */
export interface FailedReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A failure in the terms of the error table, and whether another attempt can help. */
export interface ProviderFailure {
  readonly error: ErrorDetail
  readonly retryable: boolean
  /** What the provider asked for by `Retry-After` or `retry-after-ms`; null where it said nothing. */
  readonly retryAfterMs: number | null
}

/** One event of a server-sent stream. */
export interface SseMessage {
  /** The `event:` line, absent where there is none. */
  readonly event?: string
  readonly data: string
  /** The stream ended before the blank line that closes an event, so the data may be cut off. */
  readonly unterminated?: true
  /** A comment instead of an event: `data` is empty. Only for reducers that ask for comments. */
  readonly comment?: string
}

/** Turns a stream's events into ours, one at a time; pure but for its own state, so it serves the service, tests and replay alike. */
export interface StreamReducer {
  /** Comments of the stream are pushed too, for they mean something in this dialect. */
  readonly wantsComments?: boolean
  push(message: SseMessage): readonly ProviderEvent[]
  /** The stream is over. Yields what is missing: closed parts, usage, cost, the end; an `error` where no end was declared. */
  end(): readonly ProviderEvent[]
}

/** The wire dialect of a kind of server: pure functions, no I/O. */
export interface Dialect {
  readonly name: string
  prepare(call: ProviderCall): Preparation
  createReducer(reply: { readonly headers: Readonly<Record<string, string>> }): StreamReducer
  /** A whole answer that was not streamed: already parsed JSON. */
  readBody(body: unknown, headers: Readonly<Record<string, string>>): readonly ProviderEvent[]
  readFailure(reply: FailedReply): ProviderFailure
}
