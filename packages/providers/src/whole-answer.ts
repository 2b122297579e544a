import type { ProviderEvent } from '@vitrine/contracts'
import type { AttemptRecord } from './attempt-record.ts'
import { unreadableAnswer } from './provider-error.ts'
import type { Dialect } from './provider.ts'
import { readText, type ReadText } from './read-text.ts'
import type { TransportReply } from './transport/transport.ts'

export const contentTypeOf = ({ headers }: TransportReply): string => (headers['content-type'] ?? '').toLowerCase()

/** Reads an answer that came in one piece. What cannot be read is an `error` among its events that says what came instead. */
export async function readWholeAnswer(
  reply: TransportReply,
  dialect: Dialect,
  record: AttemptRecord,
  maxBytes: number,
): Promise<readonly ProviderEvent[]> {
  const read = await readText(reply.body, maxBytes)
  const events = toEvents(read, reply, dialect, maxBytes)
  record.body(
    read.text,
    events.every(({ type }) => type !== 'error' && type !== 'raw'),
  )
  return events
}

function toEvents({ text, isWhole }: ReadText, reply: TransportReply, dialect: Dialect, maxBytes: number): readonly ProviderEvent[] {
  if (!isWhole) return [unreadable(`is larger than ${Math.round(maxBytes / 1_000_000)} MB. Ask for a shorter answer.`)]
  if (text.trim() === '') return [unreadable('is empty. Run it again; if it stays so, look at the server’s log.')]
  try {
    return dialect.readBody(JSON.parse(text), reply.headers)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  const type = contentTypeOf(reply).split(';')[0] ?? ''
  if (type === 'text/html' || /^\s*<(?:!doctype|html)/i.test(text)) {
    return [unreadable('is a web page, not an answer of a model. Check the base URL: it usually ends in /v1.')]
  }
  if (type.includes('json')) return [unreadable('is garbled: it is announced as JSON and is none. Run it again.')]
  return [unreadable(`is of the type ${type === '' ? '(none)' : type}, where JSON or an event stream was expected. Check the base URL.`)]
}

const unreadable = (what: string): ProviderEvent => ({ type: 'error', error: unreadableAnswer(`The provider’s answer ${what}`) })
