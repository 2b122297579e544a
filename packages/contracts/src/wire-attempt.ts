/**
 * One attempt at the provider as it went over the wire. Credentials are `***`; base64 over 1 KB is folded to
 * `<image/png 212 kB sha256:…>`; the rest of `request.body` is, byte for byte, what was sent.
 *
 * *Units*: all times are milliseconds since the service accepted the request; a moment that was not reached is null.
 */
export interface WireAttempt {
  /** From 1. */
  readonly attempt: number
  /** Which time the model is asked, where calls of tools were answered in between; absent in the first round. */
  readonly round?: number
  readonly request: WireRequest
  /** Absent where no status line was received. */
  readonly response?: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    /** The whole body of an answer that was not a stream (and of every refusal), as text. */
    readonly body?: string
  }
  /** The data of each stream event as received; only where `X-Vitrine-Wire: full` was asked for. */
  readonly events?: readonly { readonly atMs: number; readonly data: string }[]
  readonly times: {
    readonly queued: number
    readonly connected: number | null
    readonly firstByte: number | null
    readonly firstToken: number | null
    readonly end: number | null
  }
  /** Why the attempt failed, in one line, where it did. */
  readonly failure?: string
}

export interface WireRequest {
  readonly method: string
  readonly url: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How much of the wire a caller wants to see. */
export const WIRE_DETAILS = ['none', 'summary', 'full'] as const
export type WireDetail = (typeof WIRE_DETAILS)[number]
