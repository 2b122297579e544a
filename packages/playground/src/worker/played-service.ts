import type { Fetch } from '@vitrine/client'
import { type BatchEvent, type StreamEvent, batchEventToWire, streamEventToWire } from '@vitrine/contracts'

export interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: string
  readonly signal: AbortSignal | undefined
}

/** A batch that is answered bit by bit. */
export interface OpenBatch {
  say(...events: readonly BatchEvent[]): void
  end(): void
  /** The connection breaks. */
  cut(): void
}

/** What a test answers with. */
interface Answer {
  /** A stream of events, and its end. */
  events(...events: readonly StreamEvent[]): void
  /** A stream that says nothing and does not end. */
  hold(): void
  batch(): OpenBatch
  refuse(status: number, body: unknown, headers?: Readonly<Record<string, string>>): void
  /** No connection. */
  fail(): void
}

export type Play = (sent: Sent, answer: Answer) => void

const wireText = (event: StreamEvent): string => {
  const { event: name, data } = streamEventToWire(event)
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
const batchText = (event: BatchEvent): string => {
  const { event: name, data } = batchEventToWire(event)
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
const encoder = new TextEncoder()
const stream = (body: BodyInit | ReadableStream) => new Response(body, { headers: { 'content-type': 'text/event-stream' } })

/** The service as tests play it: a `fetch` that asks the test what to answer, and that an abort ends as it does a real one. */
export const playedService =
  (play: Play): Fetch =>
  (url, { headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const abort = () => reject(new DOMException('Aborted', 'AbortError'))
      signal?.addEventListener('abort', abort)
      play(
        { url, headers: new Headers(headers), body: typeof body === 'string' ? body : '', signal: signal ?? undefined },
        {
          events: (...events) => resolve(stream(events.map(wireText).join(''))),
          hold() {
            const open = new ReadableStream({
              start: (controller) => signal?.addEventListener('abort', () => controller.error(new DOMException('Aborted', 'AbortError'))),
            })
            resolve(stream(open))
          },
          batch() {
            const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
            const writer = writable.getWriter()
            const cut = () => void writer.abort(new TypeError('network error')).catch(() => undefined)
            signal?.addEventListener('abort', cut)
            resolve(stream(readable))
            return {
              say: (...said) => void writer.write(encoder.encode(said.map(batchText).join(''))).catch(() => undefined),
              end: () => void writer.close().catch(() => undefined),
              cut,
            }
          },
          refuse: (status, document, extra) =>
            resolve(new Response(JSON.stringify(document), { status, headers: { 'content-type': 'application/json', ...extra } })),
          fail: () => reject(new TypeError('fetch failed')),
        },
      )
    })
