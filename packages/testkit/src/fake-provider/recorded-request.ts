import type { IncomingMessage } from 'node:http'

/** A request as it arrived, byte for byte. */
export interface RecordedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Names and values in turn, spelled and ordered as sent. */
  readonly rawHeaders: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly text: string
  /** Numbers the connections from 1. */
  readonly connection: number
  readonly atMs: number
  /** When the client broke off before the answer was complete; null where it did not. */
  readonly abortedMs: number | null
  /** Settles when the answer is over, one way or the other. */
  readonly closed: Promise<void>
}

export async function readRequest(
  request: IncomingMessage,
  connection: number,
  atMs: number,
): Promise<Omit<RecordedRequest, 'abortedMs' | 'closed'>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    rawHeaders: request.rawHeaders,
    headers,
    body,
    text: body.toString('utf8'),
    connection,
    atMs,
  }
}
