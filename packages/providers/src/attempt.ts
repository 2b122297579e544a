import type { ProviderEvent } from '@vitrine/contracts'
import { ANSWERED, brokenInside, failed, failedByEvents, finalFailure, findErrorEvent, LEFT, type AttemptEnd } from './attempt-end.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import type { AttemptRecord } from './attempt-record.ts'
import { abortError, connectionError } from './provider-error.ts'
import type { CallContext, Dialect, PreparedCall } from './provider.ts'
import { readText } from './read-text.ts'
import { StreamedAnswer } from './streamed-answer.ts'
import { TransportFailure, type Transport } from './transport/transport.ts'
import { contentTypeOf, readWholeAnswer } from './whole-answer.ts'

const MAX_REFUSAL_BYTES = 64 * 1024

export interface AttemptOptions {
  readonly dialect: Dialect
  readonly transport: Transport
  readonly limits: AttemptLimits
  readonly call: PreparedCall
  readonly context: CallContext
  readonly headers: Readonly<Record<string, string>>
  readonly record: AttemptRecord
}

/** One request and its answer, as batches of events. */
export class Attempt {
  readonly #options: AttemptOptions
  #isOpen = false
  #stream: StreamedAnswer | null = null
  #end: AttemptEnd = LEFT

  constructor(options: AttemptOptions) {
    this.#options = options
  }

  /** How it ended, once `next` has given null. */
  get end(): AttemptEnd {
    return this.#stream?.end ?? this.#end
  }

  /** The next events to pass on; null when there are none left. Never rejects. */
  next(): Promise<readonly ProviderEvent[] | null> {
    if (this.#stream !== null) return this.#stream.next()
    if (this.#isOpen) return OVER
    this.#isOpen = true
    return this.#open()
  }

  /** Nobody reads on: closes the connection, unless the answer is complete. */
  leave(): void {
    this.#stream?.leave()
  }

  async #open(): Promise<readonly ProviderEvent[] | null> {
    const { transport, call, context, headers, record, dialect, limits } = this.#options
    try {
      const reply = await transport.send(call, { signal: context.signal, headers, onConnected: () => record.connected() })
      record.responded(reply)
      if (reply.status < 200 || reply.status > 299) {
        const { text } = await readText(reply.body, MAX_REFUSAL_BYTES)
        record.body(text, false)
        return this.#over(failed(dialect.readFailure({ status: reply.status, headers: reply.headers, body: text })))
      }
      if (contentTypeOf(reply).includes('event-stream')) {
        const reducer = dialect.createReducer({ headers: reply.headers })
        this.#stream = new StreamedAnswer({ reply, reducer, record, signal: context.signal, limits })
        return await this.#stream.next()
      }
      return this.#tellWhole(await readWholeAnswer(reply, dialect, record, limits.maxBodyBytes))
    } catch (cause) {
      return this.#over(endOfBreak(cause, this.#options))
    }
  }

  #tellWhole(events: readonly ProviderEvent[]): readonly ProviderEvent[] | null {
    const error = findErrorEvent(events)
    const hasParts = events.some(({ type }) => type === 'part-start')
    if (error !== null && !hasParts) return this.#over(failedByEvents(events, error))
    if (hasParts) this.#options.record.firstToken()
    this.#over(error === null ? ANSWERED : { kind: 'ended', error: error.error })
    return events
  }

  #over(end: AttemptEnd): null {
    this.#end = end
    return null
  }
}

const OVER: Promise<null> = Promise.resolve(null)

function endOfBreak(cause: unknown, { context, record }: AttemptOptions): AttemptEnd {
  if (context.signal.aborted) return failed(finalFailure(abortError(context.signal.reason)))
  return cause instanceof TransportFailure ? failed(connectionError(cause, record.wasConnected)) : brokenInside()
}
