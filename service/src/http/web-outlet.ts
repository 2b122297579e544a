import type { Outlet, OutletEvents } from './outlet.ts'
import type { ReplyHeaders } from './reply.ts'

/** Bytes that may wait for a slow reader before the provider is no longer read from. */
const BUFFER_BYTES = 65_536

const encoder = new TextEncoder()

/** A stream as a `Response` with a body, for whoever calls the app without a server. */
export function createWebOutlet(headers: ReplyHeaders, { onRoom, onLeave }: OutletEvents): Outlet {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>(
    { start: (given) => void (controller = given), pull: onRoom, cancel: onLeave },
    { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk.byteLength },
  )
  return {
    response: new Response(body, { status: 200, headers }),
    get hasRoom() {
      return (controller?.desiredSize ?? 0) > 0
    },
    write: (text) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
    fail: (cause) => controller?.error(cause),
  }
}
