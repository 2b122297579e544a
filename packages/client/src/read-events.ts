import { type StreamEvent, streamEventFromWire, STREAM_EVENT_TYPES } from '@vitrine/contracts'
import { createParser } from 'eventsource-parser'
import { CANCELLED, type ClientFailure } from './client-failure.ts'
import { jsonOf } from './reply-failure.ts'

/** What a run yields: the service's events, and as the very last one a failure where neither `result` nor `error` came. */
export type RunEvent = StreamEvent | { readonly type: 'failure'; readonly failure: ClientFailure }

const known: ReadonlySet<string> = new Set(STREAM_EVENT_TYPES)
const isLast = ({ type }: RunEvent): boolean => type === 'result' || type === 'error' || type === 'failure'

function eventOf(type: string, data: string): RunEvent | null {
  // A newer service may say more than we understand.
  if (!known.has(type)) return null
  return (
    streamEventFromWire(type, jsonOf(data)) ?? {
      type: 'failure',
      failure: {
        code: 'bad_reply',
        message: `The stream held a ${type} event that cannot be read. What came before it is kept.`,
        meta: { event: type },
      },
    }
  )
}

const INTERRUPTED: ClientFailure = {
  code: 'interrupted',
  message: 'The connection ended before the answer did. What came is kept.',
}

/**
 * Reads a server-sent event stream to its last event and lets go of it. It never throws: an end without `result` or `error` is
 * `interrupted`, an abort is `cancelled`, and what came before stays valid.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<RunEvent, void, void> {
  const pending: RunEvent[] = []
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const read = eventOf(event ?? 'message', data)
      if (read) pending.push(read)
    },
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const chunk = await reader.read().catch(() => null)
      if (signal?.aborted || chunk === null) break
      if (chunk.value) parser.feed(decoder.decode(chunk.value, { stream: true }))
      for (const event of pending.splice(0)) {
        yield event
        if (isLast(event)) return
      }
      if (chunk.done) break
    }
    yield { type: 'failure', failure: signal?.aborted ? CANCELLED : INTERRUPTED }
  } finally {
    // Not awaited: the run is over whenever the other side of the connection notices.
    reader.cancel().catch(() => undefined)
  }
}
