import type { Fetch } from '@vitrine/client'
import { type StreamEvent, streamEventToWire } from '@vitrine/contracts'

export interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: string
  readonly signal: AbortSignal | undefined
}

/** What a test answers with. */
interface Answer {
  /** A stream of events, and its end. */
  events(...events: readonly StreamEvent[]): void
  /** A stream that says nothing and does not end. */
  hold(): void
  refuse(status: number, body: unknown, headers?: Readonly<Record<string, string>>): void
  /** No connection. */
  fail(): void
}

export type Play = (sent: Sent, answer: Answer) => void

const wireText = (event: StreamEvent): string => {
  const { event: name, data } = streamEventToWire(event)
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
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
          refuse: (status, document, extra) =>
            resolve(new Response(JSON.stringify(document), { status, headers: { 'content-type': 'application/json', ...extra } })),
          fail: () => reject(new TypeError('fetch failed')),
        },
      )
    })
