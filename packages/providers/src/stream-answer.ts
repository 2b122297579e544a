import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { ANSWERED, failedByEvents, findErrorEvent, type AttemptEnd } from './attempt-end.ts'
import type { AttemptLink } from './attempt-link.ts'
import type { AttemptRecord } from './attempt-record.ts'
import { abortError, connectionError, unreadableAnswer } from './provider-error.ts'
import type { SseMessage, StreamReducer } from './provider.ts'
import { readSse, SseEventTooLarge } from './sse.ts'
import { TransportFailure } from './transport/transport.ts'

export interface StreamAnswer {
  readonly body: AsyncIterable<Uint8Array>
  readonly reducer: StreamReducer
  readonly record: AttemptRecord
  readonly link: AttemptLink
  readonly maxEventChars: number
  readonly graceMs: number
}

type Batches = AsyncGenerator<readonly SseMessage[]>

/** Reads a streamed answer to its end, however it ends; what had arrived stays, and every open part is ended. */
export async function* streamAnswer(answer: StreamAnswer): AsyncGenerator<readonly ProviderEvent[], AttemptEnd> {
  const { reducer, record, link } = answer
  const batches: Batches = readSse(answer.body, { maxEventChars: answer.maxEventChars })
  const progress = new Progress()
  let isDraining = false
  try {
    for (;;) {
      const step = await batches.next()
      if (step.done === true) break
      const events = reduced(step.value, reducer, record)
      const told = progress.tell(events, record)
      if (progress.isAnswered) {
        // The connection serves the next call if its last bytes are read too; nobody waits for them.
        link.endWithin(answer.graceMs)
        isDraining = true
        void drained(batches, link)
        yield told
        return ANSWERED
      }
      if (progress.failure !== null) link.endWithin(answer.graceMs)
      if (told.length > 0) yield told
    }
    const told = progress.tell(progress.isEmpty ? [EMPTY_STREAM] : reducer.end(), record)
    if (told.length > 0) yield told
  } catch (cause) {
    const rest = reducer.end()
    const isComplete = progress.failure !== null || rest.some(({ type }) => type === 'response-end')
    const told = progress.tell(isComplete ? rest : [...rest.filter(({ type }) => type !== 'error'), brokenBy(cause, link)], record)
    if (told.length > 0) yield told
  } finally {
    if (!isDraining) link.abort()
  }
  return progress.toEnd()
}

function reduced(messages: readonly SseMessage[], reducer: StreamReducer, record: AttemptRecord): readonly ProviderEvent[] {
  if (messages.length === 1 && messages[0] !== undefined) {
    record.message(messages[0].data)
    return reducer.push(messages[0])
  }
  const events: ProviderEvent[] = []
  for (const message of messages) {
    record.message(message.data)
    for (const event of reducer.push(message)) events.push(event)
  }
  return events
}

async function drained(batches: Batches, link: AttemptLink): Promise<void> {
  try {
    while ((await batches.next()).done !== true);
  } catch {
    // The answer is complete; how its connection ended is of no interest.
  } finally {
    link.dispose()
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

const brokenBy = (cause: unknown, link: AttemptLink): ProviderEvent => ({ type: 'error', error: brokenError(cause, link) })

function brokenError(cause: unknown, link: AttemptLink): ErrorDetail {
  if (link.isAborted()) return abortError(link.reason())
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

/** What of an answer has been told, and what is held back because it may be tried again. */
class Progress {
  #held: ProviderEvent[] = []
  hasDelivered = false
  isAnswered = false
  isEmpty = true
  failure: Extract<ProviderEvent, { type: 'error' }> | null = null

  /** Takes events in and gives back those to pass on. */
  tell(events: readonly ProviderEvent[], record: AttemptRecord): readonly ProviderEvent[] {
    if (events.length === 0) return events
    this.isEmpty = false
    for (const { type } of events) {
      if (type === 'part-start' || type === 'part-delta') {
        this.hasDelivered = true
        record.firstToken()
      } else if (type === 'response-end') this.isAnswered = true
    }
    this.failure ??= findErrorEvent(events)
    if (this.failure === null || this.hasDelivered) return events
    this.#held.push(...events)
    return []
  }

  toEnd(): AttemptEnd {
    if (this.failure === null) return ANSWERED
    if (this.hasDelivered) return { kind: 'ended', failure: this.failure.error.message }
    return failedByEvents(this.#held, this.failure)
  }
}
