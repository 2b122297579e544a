import { lookup } from 'node:dns/promises'
import { DEFAULT_GUARD_POLICY, type GuardPolicy } from '../guard/guard-policy.ts'
import { guardUrl } from '../guard/guard-url.ts'
import type { ResolveHost } from '../guard/guarded-lookup.ts'
import type { PreparedCall } from '../provider.ts'
import { urlParts } from '../url-parts.ts'
import { OriginPools } from './origin-pools.ts'
import { ReplyHandler } from './reply-handler.ts'
import { toTransportFailure } from './transport-failure.ts'
import { TransportFailure, type Transport, type TransportOptions, type TransportReply } from './transport.ts'

/** *Units*: milliseconds. */
export interface UndiciTransportOptions {
  /** The most connections to one origin; further requests wait for a free one. */
  readonly connectionsPerOrigin?: number
  readonly connectMs?: number
  /** From the request being written to the answer's status line, which for an answer in one piece comes when all of it is done. */
  readonly headersMs?: number
  /** The longest silence within an answer. */
  readonly bodyMs?: number
  /** What endpoints may be called whose address is not the operator's (`trust: 'guarded'`). */
  readonly guard?: Partial<GuardPolicy>
  /** Asked for the addresses of those; the system's resolver where absent. */
  readonly resolve?: ResolveHost
}

const resolveBySystem: ResolveHost = (host) => lookup(host, { all: true })

/**
 * The transport of the hot path: HTTP/1.1 over a pool of connections for each origin, without a fetch in between. It follows no redirect,
 * so that a key goes to no other host than the one it was given for.
 */
export function createUndiciTransport(options: UndiciTransportOptions = {}): Transport {
  const policy: GuardPolicy = { ...DEFAULT_GUARD_POLICY, ...options.guard }
  const pools = new OriginPools(
    {
      connections: options.connectionsPerOrigin ?? 256,
      connectMs: options.connectMs ?? 10_000,
      headersMs: options.headersMs ?? 300_000,
      bodyMs: options.bodyMs ?? 120_000,
    },
    options.resolve ?? resolveBySystem,
  )

  const send = (call: PreparedCall, sending: TransportOptions): Promise<TransportReply> => {
    if (sending.signal.aborted) return Promise.reject(sending.signal.reason)
    const { request, endpoint } = call
    const guarded = endpoint.trust === 'guarded' ? guardUrl(request.url, policy) : null
    if (guarded?.ok === false) return Promise.reject(new TransportFailure('forbidden', guarded.message))
    const { url, path } = urlParts(request.url)
    const pool = guarded === null || guarded.isTrusted ? pools.of(url.origin) : pools.guardedOf(url.origin)
    const handler = new ReplyHandler(url, sending)
    try {
      pool.dispatch({ method: request.method, path, headers: { ...request.headers, ...sending.headers }, body: request.body }, handler)
    } catch (cause) {
      return Promise.reject(toTransportFailure(cause, url))
    }
    return handler.reply
  }

  return { send, close: () => pools.close() }
}
