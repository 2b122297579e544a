import type { ProviderEvent, WireDetail, WireRequest } from '@vitrine/contracts'
import type { AttemptFacts, SseMessage } from './provider.ts'
import type { Redactor } from './redact.ts'
import type { TransportReply } from './transport/transport.ts'
import { urlParts } from './url-parts.ts'
import { createWireCapture, type WireCapture } from './wire-capture.ts'

export interface AttemptRecordOptions {
  readonly attempt: number
  readonly request: WireRequest
  readonly detail: WireDetail
  readonly redactor: Redactor
  /** Milliseconds. */
  readonly clock: () => number
}

/** The moments and the bytes of one attempt. Bytes are kept only where somebody asked to see them. */
export class AttemptRecord {
  readonly #options: AttemptRecordOptions
  readonly #capture: WireCapture | null
  readonly #startMs: number
  #connectedMs: number | null = null
  #firstByteMs: number | null = null
  #firstTokenMs: number | null = null
  #status: number | null = null

  constructor(options: AttemptRecordOptions) {
    const { attempt, request, detail, redactor, clock } = options
    this.#options = options
    this.#capture = detail === 'none' ? null : createWireCapture(attempt, request, detail, redactor)
    this.#startMs = clock()
  }

  /** Somebody asked to see the bytes. */
  get isKept(): boolean {
    return this.#capture !== null
  }

  get wasConnected(): boolean {
    return this.#connectedMs !== null
  }

  connected(): void {
    this.#connectedMs ??= this.#options.clock()
  }

  responded({ status, headers }: TransportReply): void {
    this.#firstByteMs = this.#options.clock()
    this.#status = status
    this.#capture?.responded(status, headers)
  }

  body(text: string, isAnswer: boolean): void {
    this.#capture?.body(text, isAnswer)
  }

  message({ data, comment }: SseMessage, isAnswer: boolean): void {
    if (comment === undefined) this.#capture?.event(this.#options.clock(), data, isAnswer)
  }

  firstToken(): void {
    this.#firstTokenMs ??= this.#options.clock()
  }

  /** The attempt is over: its facts, and its wire event where one is wanted. */
  finish(failure: string | null): { readonly facts: AttemptFacts; readonly wire: ProviderEvent | null } {
    const { attempt, request, clock } = this.#options
    const endMs = clock()
    const times = {
      queued: this.#startMs,
      connected: this.#connectedMs,
      firstByte: this.#firstByteMs,
      firstToken: this.#firstTokenMs,
      end: endMs,
    }
    return {
      facts: {
        attempt,
        method: request.method,
        url: urlParts(request.url).bare,
        status: this.#status,
        startMs: this.#startMs,
        firstTokenMs: this.#firstTokenMs,
        endMs,
        failure,
      },
      wire: this.#capture === null ? null : { type: 'wire', attempt: this.#capture.toAttempt({ times, failure }) },
    }
  }
}
