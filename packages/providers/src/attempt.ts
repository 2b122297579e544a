import type { ProviderEvent } from '@vitrine/contracts'
import { ANSWERED, failed, failedByEvents, finalFailure, findErrorEvent, type AttemptEnd } from './attempt-end.ts'
import { linkAttempt, type AttemptLink } from './attempt-link.ts'
import type { AttemptRecord } from './attempt-record.ts'
import { abortError, connectionError, unreadableAnswer } from './provider-error.ts'
import type { CallContext, Dialect, PreparedCall } from './provider.ts'
import { readText, type ReadText } from './read-text.ts'
import { streamAnswer } from './stream-answer.ts'
import { TransportFailure, type Transport, type TransportReply } from './transport/transport.ts'

const MAX_REFUSAL_BYTES = 64 * 1024

export interface AttemptLimits {
  readonly maxEventChars: number
  readonly maxBodyBytes: number
  /** Milliseconds for which an answer that is over in substance may still send its rest. */
  readonly graceMs: number
}

export interface AttemptOptions extends AttemptLimits {
  readonly dialect: Dialect
  readonly transport: Transport
  readonly call: PreparedCall
  readonly context: CallContext
  readonly headers: Readonly<Record<string, string>>
  readonly record: AttemptRecord
}

/** One request and its answer, as batches of events. */
export async function* runAttempt(options: AttemptOptions): AsyncGenerator<readonly ProviderEvent[], AttemptEnd> {
  const { transport, call, context, headers, record, dialect } = options
  const link = linkAttempt(context.signal)
  let isHandedOver = false
  let isReadOut = false
  try {
    const reply = await transport.send(call, { signal: link.signal, headers, onConnected: () => record.connected() })
    record.responded(reply)
    if (reply.status < 200 || reply.status > 299) {
      const { text, isWhole } = await readText(reply.body, MAX_REFUSAL_BYTES)
      isReadOut = isWhole
      record.body(text)
      return failed(dialect.readFailure({ status: reply.status, headers: reply.headers, body: text }))
    }
    if (contentType(reply).includes('event-stream')) {
      const reducer = dialect.createReducer({ headers: reply.headers })
      isHandedOver = true
      return yield* streamAnswer({ ...options, body: reply.body, reducer, link })
    }
    const { text, isWhole } = await readText(reply.body, options.maxBodyBytes)
    isReadOut = isWhole
    const events = readWhole(options, reply, { text, isWhole })
    const error = findErrorEvent(events)
    const hasParts = events.some(({ type }) => type === 'part-start')
    if (error !== null && !hasParts) return failedByEvents(events, error)
    if (hasParts) record.firstToken()
    yield events
    return error === null ? ANSWERED : { kind: 'ended', failure: error.error.message }
  } catch (cause) {
    return brokenOff(cause, link, record)
  } finally {
    // A stream outlives its reader by its last bytes, and ends the link when they are in. Of an answer that was read out nothing is left
    // to be stopped; of any other there may be.
    if (isReadOut) link.dispose()
    else if (!isHandedOver) link.abort()
  }
}

const contentType = ({ headers }: TransportReply): string => (headers['content-type'] ?? '').toLowerCase()

function brokenOff(cause: unknown, link: AttemptLink, record: AttemptRecord): AttemptEnd {
  if (link.isAborted()) return failed(finalFailure(abortError(link.reason())))
  if (cause instanceof TransportFailure) return failed(connectionError(cause, record.wasConnected))
  throw cause
}

function readWhole(
  { dialect, record, maxBodyBytes }: AttemptOptions,
  reply: TransportReply,
  { text, isWhole }: ReadText,
): readonly ProviderEvent[] {
  record.body(text)
  if (!isWhole) return [unreadable(`is larger than ${Math.round(maxBodyBytes / 1_000_000)} MB. Ask for a shorter answer.`)]
  if (text.trim() === '') return [unreadable('is empty. Run it again; if it stays so, look at the server’s log.')]
  try {
    return dialect.readBody(JSON.parse(text), reply.headers)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  const type = contentType(reply).split(';')[0] ?? ''
  if (type === 'text/html' || /^\s*<(?:!doctype|html)/i.test(text)) {
    return [unreadable('is a web page, not an answer of a model. Check the base URL: it usually ends in /v1.')]
  }
  if (type.includes('json')) return [unreadable('is garbled: it is announced as JSON and is none. Run it again.')]
  return [unreadable(`is of the type ${type === '' ? '(none)' : type}, where JSON or an event stream was expected. Check the base URL.`)]
}

const unreadable = (what: string): ProviderEvent => ({ type: 'error', error: unreadableAnswer(`The provider’s answer ${what}`) })
