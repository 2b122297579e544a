import type { Fetch } from './transport.ts'

export interface SentRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
  readonly signal: AbortSignal | undefined
}

export type Reaction = Response | Error | ((request: SentRequest) => Response | Promise<Response>)

/** A `fetch` that answers in turn with what it was given, the last one again and again, and remembers what was asked. */
export function fakeService(...reactions: readonly Reaction[]): { readonly fetch: Fetch; readonly sent: SentRequest[] } {
  const sent: SentRequest[] = []
  return {
    sent,
    async fetch(url, { method, headers, body, signal }) {
      const request: SentRequest = {
        url,
        method: method ?? 'GET',
        headers: new Headers(headers),
        body: typeof body === 'string' ? JSON.parse(body) : undefined,
        signal: signal ?? undefined,
      }
      const reaction = reactions[Math.min(sent.length, reactions.length - 1)]
      sent.push(request)
      if (reaction === undefined || reaction instanceof Error) throw reaction ?? new TypeError('fetch failed')
      return typeof reaction === 'function' ? reaction(request) : reaction.clone()
    },
  }
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

/** An event stream whose chunks are cut where the test wants them cut. */
export function streamOf(...chunks: readonly (string | Uint8Array)[]): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
}

export const wireEvent = (type: string, data: unknown): string => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`

export const RESPONSE = {
  version: '3.0',
  data: 'Hola',
  message: { role: 'assistant', content: 'Hola' },
  content_type: 'text/plain',
  finish_reason: 'stop',
  settings: { sent: {}, dropped: [], changed: [] },
  tree: { version: '1.0.0', nodes: [] },
  trace_id: 'a'.repeat(32),
  span_id: 'b'.repeat(16),
} as const
