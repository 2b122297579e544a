import { Pool } from 'undici'
import type { PreparedCall } from '../provider.ts'
import { urlParts } from '../url-parts.ts'
import { ReplyHandler } from './reply-handler.ts'
import { toTransportFailure } from './transport-failure.ts'
import type { Transport, TransportOptions, TransportReply } from './transport.ts'

/** *Units*: milliseconds. */
export interface UndiciTransportOptions {
  /** The most connections to one origin; further requests wait for a free one. */
  readonly connectionsPerOrigin?: number
  readonly connectMs?: number
  /** From the request being written to the answer's status line, which for an answer in one piece comes when all of it is done. */
  readonly headersMs?: number
  /** The longest silence within an answer. */
  readonly bodyMs?: number
}

/**
 * The transport of the hot path: HTTP/1.1 over a pool of connections for each origin, without a fetch in between. It follows no redirect,
 * so that a key goes to no other host than the one it was given for.
 */
export function createUndiciTransport(options: UndiciTransportOptions = {}): Transport {
  const pools = new Map<string, Pool>()
  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin)
    if (known !== undefined) return known
    const pool = new Pool(origin, {
      connections: options.connectionsPerOrigin ?? 256,
      connectTimeout: options.connectMs ?? 10_000,
      headersTimeout: options.headersMs ?? 300_000,
      bodyTimeout: options.bodyMs ?? 120_000,
      keepAliveTimeout: 30_000,
      // One connection carries one request at a time, so that giving up one closes nothing else.
      pipelining: 1,
      allowH2: false,
    })
    pools.set(origin, pool)
    return pool
  }

  const send = (call: PreparedCall, sending: TransportOptions): Promise<TransportReply> => {
    if (sending.signal.aborted) return Promise.reject(sending.signal.reason)
    const { request } = call
    const { url, path } = urlParts(request.url)
    const handler = new ReplyHandler(url, sending)
    try {
      poolOf(url.origin).dispatch(
        {
          method: request.method,
          path,
          headers: { ...request.headers, ...sending.headers },
          body: request.body,
        },
        handler,
      )
    } catch (cause) {
      return Promise.reject(toTransportFailure(cause, url))
    }
    return handler.reply
  }

  return {
    send,
    close: async () => {
      const open = [...pools.values()]
      pools.clear()
      await Promise.all(open.map((pool) => pool.destroy()))
    },
  }
}
