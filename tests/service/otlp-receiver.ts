import { createServer } from 'node:http'

export interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly events: readonly { readonly name: string }[]
  readonly status: { readonly code?: number; readonly message?: string }
  readonly links: readonly { readonly traceId: string }[]
}

/** A collector that keeps what it is sent: every byte, and the spans where they came as JSON. */
export interface OtlpReceiver {
  readonly url: string
  readonly bodies: readonly Buffer[]
  readonly types: readonly string[]
  spans(): readonly ReceivedSpan[]
  /** Resolves when so many batches have arrived. */
  batches(count: number): Promise<void>
  close(): Promise<void>
}

interface JsonAttribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}
type JsonSpan = Omit<ReceivedSpan, 'attributes'> & { readonly attributes: readonly JsonAttribute[] }
interface JsonTraces {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly JsonSpan[] }[] }[]
}

const toSpan = (span: JsonSpan): ReceivedSpan => ({
  ...span,
  events: span.events ?? [],
  links: span.links ?? [],
  attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
})

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: Buffer[] = []
  const types: string[] = []
  const waiting: { readonly count: number; readonly resolve: () => void }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks))
      types.push(request.headers['content-type'] ?? '')
      response.writeHead(200, { 'content-type': request.headers['content-type'] ?? 'application/json' }).end()
      for (const { count, resolve } of waiting) if (bodies.length >= count) resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    types,
    spans: () =>
      bodies
        .flatMap((body) => (JSON.parse(body.toString('utf8')) as JsonTraces).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(toSpan))),
    batches: (count) => (bodies.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
