import { Pool } from 'undici'
import type { ResolveHost } from '../guard/guarded-lookup.ts'
import { guardedLookup } from '../guard/guarded-lookup.ts'

/** *Units*: milliseconds. */
export interface PoolLimits {
  readonly connections: number
  readonly connectMs: number
  readonly headersMs: number
  readonly bodyMs: number
}

/** Anybody may name an origin where addresses are guarded, so the pools for those are few and small. */
const MOST_GUARDED = 64
const GUARDED_CONNECTIONS = 32
const GUARDED_BYTES = 64_000_000

/** A pool of connections for each origin; those to guarded addresses apart, for their sockets are made in another way. */
export class OriginPools {
  readonly #limits: PoolLimits
  readonly #resolve: ResolveHost
  readonly #open = new Map<string, Pool>()
  readonly #guarded = new Map<string, Pool>()

  constructor(limits: PoolLimits, resolve: ResolveHost) {
    this.#limits = limits
    this.#resolve = resolve
  }

  of(origin: string): Pool {
    const known = this.#open.get(origin)
    if (known !== undefined) return known
    const pool = new Pool(origin, this.#options(this.#limits.connections))
    this.#open.set(origin, pool)
    return pool
  }

  guardedOf(origin: string): Pool {
    const known = this.#guarded.get(origin)
    const pool =
      known ??
      new Pool(origin, {
        ...this.#options(Math.min(GUARDED_CONNECTIONS, this.#limits.connections)),
        connect: { lookup: guardedLookup(this.#resolve), timeout: this.#limits.connectMs, allowH2: false },
        maxResponseSize: GUARDED_BYTES,
      })
    this.#guarded.delete(origin)
    this.#guarded.set(origin, pool)
    const oldest = this.#guarded.entries().next()
    if (this.#guarded.size > MOST_GUARDED && oldest.done !== true) {
      this.#guarded.delete(oldest.value[0])
      // What runs on it may end; it takes nothing new.
      void oldest.value[1].close()
    }
    return pool
  }

  async close(): Promise<void> {
    const pools = [...this.#open.values(), ...this.#guarded.values()]
    this.#open.clear()
    this.#guarded.clear()
    await Promise.all(pools.map((pool) => pool.destroy()))
  }

  #options(connections: number): Pool.Options {
    const { connectMs, headersMs, bodyMs } = this.#limits
    return {
      connections,
      connectTimeout: connectMs,
      headersTimeout: headersMs,
      bodyTimeout: bodyMs,
      keepAliveTimeout: 30_000,
      // One connection carries one request at a time, so that giving up one closes nothing else.
      pipelining: 1,
      allowH2: false,
    }
  }
}
