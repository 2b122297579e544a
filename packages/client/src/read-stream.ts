import { createParser } from 'eventsource-parser'
import { CANCELLED, type ClientFailure, told } from './client-failure.ts'
import { jsonOf } from './reply-failure.ts'

/** Why a stream, or what was to be one, has no end of its own. */
export interface FailureEvent {
  readonly type: 'failure'
  readonly failure: ClientFailure
}

/** What a stream is made of. */
export interface StreamForm<Event extends { readonly type: string }> {
  /** The names that this version understands. A newer service may say more, and that is passed over. */
  readonly known: ReadonlySet<string>
  /** Null for data of a wrong shape. */
  readonly read: (name: string, data: unknown) => Event | null
  readonly isLast: (event: Event) => boolean
}

const INTERRUPTED: ClientFailure = {
  code: 'interrupted',
  message: 'The connection ended before the answer did. What came is kept.',
  meta: told('broke-off'),
}

const unreadable = (name: string): FailureEvent => ({
  type: 'failure',
  failure: {
    code: 'bad_reply',
    message: `The stream held a ${name} event that cannot be read. What came before it is kept.`,
    meta: { ...told('unreadable-event', { event: name }), event: name },
  },
})

/**
 * Reads a server-sent event stream to its last event and lets go of it. It never throws: an end without a last event is `interrupted`, an
 * abort is `cancelled`, and what came before stays valid.
 */
export async function* readStream<Event extends { readonly type: string }>(
  body: ReadableStream<Uint8Array>,
  { known, read, isLast }: StreamForm<Event>,
  signal?: AbortSignal,
): AsyncGenerator<Event | FailureEvent, void, void> {
  const pending: (Event | null)[] = []
  const names: string[] = []
  const parser = createParser({
    onEvent: ({ event: name = 'message', data }) => {
      if (!known.has(name)) return
      pending.push(read(name, jsonOf(data)))
      names.push(name)
    },
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const chunk = await reader.read().catch(() => null)
      if (signal?.aborted || chunk === null) break
      if (chunk.value) parser.feed(decoder.decode(chunk.value, { stream: true }))
      const arrived = names.splice(0)
      for (const [at, event] of pending.splice(0).entries()) {
        yield event ?? unreadable(arrived[at] ?? '')
        if (event === null || isLast(event)) return
      }
      if (chunk.done) break
    }
    yield { type: 'failure', failure: signal?.aborted ? CANCELLED : INTERRUPTED }
  } finally {
    // Not awaited: the run is over whenever the other side of the connection notices.
    reader.cancel().catch(() => undefined)
  }
}
