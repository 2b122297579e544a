import type { ServerResponse } from 'node:http'
// Made when it is imported, which has to be before the server puts its own `Response` in the place of the global one.
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Outlet, OutletEvents } from './outlet.ts'
import type { ReplyHeaders } from './reply.ts'

/** A stream written straight to the connection: a web stream in between would cost every piece further turns of the loop and a copy. */
export function createNodeOutlet(outgoing: ServerResponse, headers: ReplyHeaders, { onRoom, onLeave }: OutletEvents): Outlet {
  outgoing.on('drain', onRoom)
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) onLeave()
  })
  // A connection that breaks is closed as well, which is what counts.
  outgoing.on('error', () => {})
  if (outgoing.destroyed) queueMicrotask(onLeave)
  else outgoing.writeHead(200, headers)
  return {
    response: RESPONSE_ALREADY_SENT,
    get hasRoom() {
      return !outgoing.writableNeedDrain
    },
    write: (text) => void outgoing.write(text),
    end: () => void outgoing.end(),
    fail: () => void outgoing.destroy(),
  }
}
