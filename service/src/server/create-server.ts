import { type Server, createServer as createHttpServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { refuse } from '../http/refusal.ts'
import { errorReply } from '../http/reply.ts'

/** Room for a long token, which is refused with an answer instead of a broken connection. */
const MAX_HEADER_BYTES = 65_536
/** Longer than clients and balancers keep a connection they mean to use again, so that it is them who close it. */
const KEEP_ALIVE_MS = 65_000

const UNREADABLE = refuse('invalid_request', 'The address or the Host header of this request cannot be read. Correct it and send it again.')

export function createServer(app: Hono): Server {
  const listener = getRequestListener(app.fetch, { errorHandler: () => errorReply(UNREADABLE, {}) })
  return createHttpServer(
    { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => void listener(request, response),
  )
}
