import type { PreparedCall } from '../provider.ts'

/**
 * Moves the bytes of one attempt.
 *
 * *Errors*: `send` rejects with a `TransportFailure`; so does the iteration of `body`, where the connection breaks in the middle. An abort
 * of the signal rejects both with the signal's reason, and closes the connection at once.
 */
export interface Transport {
  send(call: PreparedCall, options: TransportOptions): Promise<TransportReply>
  close(): Promise<void>
}

export interface TransportOptions {
  readonly signal: AbortSignal
  readonly headers: Readonly<Record<string, string>>
  /** Called once a connection is there and the request is being written on it. */
  readonly onConnected: () => void
}

export interface TransportReply {
  readonly status: number
  /** Lower-case names; several values of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array>
  /** Closes the connection unless the body has come to its end; a read that waits finds it ended. */
  cancel(): void
}

/** `forbidden`: the address is not one that may be called for this endpoint; nothing was sent. */
export type TransportFailureKind = 'refused' | 'dns' | 'tls' | 'reset' | 'timeout' | 'protocol' | 'forbidden'

export class TransportFailure extends Error {
  readonly kind: TransportFailureKind
  constructor(kind: TransportFailureKind, message: string) {
    super(message)
    this.name = 'TransportFailure'
    this.kind = kind
  }
}
