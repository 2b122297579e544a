import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { ANSWERED, brokenInside, failedByEvents, findErrorEvent, LEFT, type AttemptEnd } from './attempt-end.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import type { AttemptRecord } from './attempt-record.ts'
import { abortError, connectionError, unreadableAnswer } from './provider-error.ts'
import type { SseMessage, StreamReducer } from './provider.ts'
import { SseEventTooLarge, SseParser } from './sse.ts'
import { TransportFailure, type TransportReply } from './transport/transport.ts'

export interface StreamedAnswerOptions {
  readonly reply: TransportReply
  readonly reducer: StreamReducer
  readonly record: AttemptRecord
  /** The caller's. */
  readonly signal: AbortSignal
  readonly limits: AttemptLimits
}

/**
 * Reads a streamed answer to its end, however it ends; what had arrived stays, and every open part is ended. Pulled by hand rather than as
 * a chain of generators: each of those would cost every piece of bytes two more turns of the loop.
 */
export class StreamedAnswer {
  readonly #options: StreamedAnswerOptions
  readonly #body: AsyncIterator<Uint8Array>
  readonly #parser: SseParser
  #held: ProviderEvent[] = []
  #hasDelivered = false
  #isEmpty = true
  /** No error has come yet: what follows one is passed over by the reducer, and may be anything. */
  #isAnswer = true
  #failure: Extract<ProviderEvent, { type: 'error' }> | null = null
  #isAnswered = false
  #end: AttemptEnd | null = null
  #grace: NodeJS.Timeout | null = null

  constructor(options: StreamedAnswerOptions) {
    const { reply, reducer, limits } = options
    this.#options = options
    this.#body = reply.body[Symbol.asyncIterator]()
    this.#parser = new SseParser({ maxEventChars: limits.maxEventChars, comments: reducer.wantsComments === true })
  }

  /** How it ended, once `next` has given null. */
  get end(): AttemptEnd {
    return this.#end ?? LEFT
  }

  /** The next events to pass on; null when there are none left. Never rejects. */
  async next(): Promise<readonly ProviderEvent[] | null> {
    while (this.#end === null) {
      let told: readonly ProviderEvent[]
      try {
        if (this.#parser.failure !== null) throw this.#parser.failure
        const step = await this.#body.next()
        told = step.done === true ? this.#tellEnd() : this.#read(step.value)
      } catch (cause) {
        told = this.#tellBreak(cause)
      }
      if (told.length > 0) return told
    }
    return null
  }

  /** Nobody reads on. An answer that is complete may still send its last bytes, so that its connection serves the next call. */
  leave(): void {
    if (this.#isAnswered) return
    this.#stopGrace()
    this.#options.reply.cancel()
  }

  #read(bytes: Uint8Array): readonly ProviderEvent[] {
    const told = this.#tell(this.#reduced(this.#parser.push(bytes)))
    if (this.#isAnswered) {
      this.#end = ANSWERED
      this.#startGrace()
      void this.#drain()
    } else if (this.#failure !== null) this.#startGrace()
    return told
  }

  #reduced(messages: readonly SseMessage[]): readonly ProviderEvent[] {
    const [first] = messages
    if (messages.length === 1 && first !== undefined) return this.#reducedOne(first)
    const events: ProviderEvent[] = []
    for (const message of messages) {
      for (const event of this.#reducedOne(message)) events.push(event)
    }
    return events
  }

  #reducedOne(message: SseMessage): readonly ProviderEvent[] {
    const { record, reducer } = this.#options
    const events = reducer.push(message)
    if (record.isKept) {
      this.#isAnswer &&= !events.some(({ type }) => type === 'error')
      record.message(message, this.#isAnswer && !events.some(({ type }) => type === 'raw'))
    }
    return events
  }

  #tellEnd(): readonly ProviderEvent[] {
    const last = [...this.#tell(this.#reduced(this.#parser.end()))]
    const rest = this.#isAnswered ? [] : this.#tell(this.#endOfStream())
    return this.#finish([...last, ...rest])
  }

  /** An answer may say nothing and still be one: its end is declared. */
  #endOfStream(): readonly ProviderEvent[] {
    const rest = this.#options.reducer.end()
    return this.#isEmpty && !rest.some(({ type }) => type === 'response-end') ? [EMPTY_STREAM] : rest
  }

  #tellBreak(cause: unknown): readonly ProviderEvent[] {
    const { reply, reducer, signal } = this.#options
    reply.cancel()
    try {
      const rest = reducer.end()
      const isComplete = this.#failure !== null || rest.some(({ type }) => type === 'response-end')
      if (isComplete) return this.#finish(this.#tell(rest))
      const error: ProviderEvent = { type: 'error', error: brokenError(cause, signal) }
      return this.#finish(this.#tell([...rest.filter(({ type }) => type !== 'error'), error]))
    } catch {
      this.#end = brokenInside()
      return []
    }
  }

  #finish(told: readonly ProviderEvent[]): readonly ProviderEvent[] {
    this.#stopGrace()
    if (this.#failure === null) this.#end = ANSWERED
    else if (this.#hasDelivered) this.#end = { kind: 'ended', error: this.#failure.error }
    else this.#end = failedByEvents(this.#held, this.#failure)
    return told
  }

  /** Takes events in and gives back those to pass on: an error before any part is held back, because it may be tried again. */
  #tell(events: readonly ProviderEvent[]): readonly ProviderEvent[] {
    if (events.length === 0) return events
    this.#isEmpty = false
    for (const { type } of events) {
      if (type === 'part-start' || type === 'part-delta') {
        if (!this.#hasDelivered) this.#options.record.firstToken()
        this.#hasDelivered = true
      } else if (type === 'response-end') this.#isAnswered = true
    }
    this.#failure ??= findErrorEvent(events)
    if (this.#failure === null || this.#hasDelivered) return events
    for (const event of events) this.#held.push(event)
    return []
  }

  async #drain(): Promise<void> {
    try {
      while ((await this.#body.next()).done !== true);
    } catch {
      // The answer is complete; how its connection ended is of no interest.
    } finally {
      this.#stopGrace()
    }
  }

  #startGrace(): void {
    this.#grace ??= setTimeout(() => this.#options.reply.cancel(), this.#options.limits.graceMs).unref()
  }

  #stopGrace(): void {
    if (this.#grace !== null) clearTimeout(this.#grace)
    this.#grace = null
  }
}

const EMPTY_STREAM: ProviderEvent = {
  type: 'error',
  error: {
    code: 'provider_error',
    message: 'The provider answered with an empty stream. Run it again; if it stays so, look at the server’s log.',
    meta: { interrupted: true, retryable: true },
  },
}

const FELL_SILENT = 'The provider fell silent in the middle of its answer. What had arrived is kept. Run it again, or choose another model.'

function brokenError(cause: unknown, signal: AbortSignal): ErrorDetail {
  if (signal.aborted) return abortError(signal.reason)
  if (cause instanceof TransportFailure) {
    const { error } = connectionError(cause, true)
    const message = cause.kind === 'timeout' ? FELL_SILENT : error.message
    return { ...error, message, meta: { ...error.meta, interrupted: true } }
  }
  if (cause instanceof SseEventTooLarge) {
    return unreadableAnswer(`The provider's answer cannot be read: ${cause.message}. Ask for a shorter answer.`)
  }
  throw cause
}
