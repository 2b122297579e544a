import { type PreparedCall, type Transport, TransportFailure } from '@vitrine/providers'

/** An answer of one request that is no run: no retry, no stream, no wire view. */
export type Sent =
  | { readonly ok: true; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly ok: false; readonly message: string }

/** *Errors*: as data; it never rejects. */
export type SendOnce = (call: PreparedCall, signal: AbortSignal) => Promise<Sent>

const MOST_BYTES = 1_000_000

const sayOf = (cause: unknown, signal: AbortSignal): string => {
  if (signal.aborted) return 'The provider did not answer in time.'
  if (cause instanceof TransportFailure) return cause.message
  throw cause
}

export const createSendOnce =
  (transport: Transport): SendOnce =>
  async (call, signal) => {
    try {
      const reply = await transport.send(call, { signal, headers: {}, onConnected: () => {} })
      const chunks: Uint8Array[] = []
      let left = MOST_BYTES
      for await (const chunk of reply.body) {
        left -= chunk.byteLength
        if (left < 0) break
        chunks.push(chunk)
      }
      return { ok: true, status: reply.status, headers: reply.headers, body: Buffer.concat(chunks).toString('utf8') }
    } catch (cause) {
      return { ok: false, message: sayOf(cause, signal) }
    }
  }
