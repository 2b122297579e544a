import type { FallbackReason } from '../events.ts'
import { trustedWorker } from './trusted-worker.ts'

export interface SpawnOptions {
  /** Where the worker's file is served from, for pages that are bundled in their own way. */
  readonly url?: string | URL
  /** Makes the worker; wins over `url`. */
  readonly create?: () => Worker
  /** The Trusted Types policy that passes the worker's address; `vitrine-worker` without it. */
  readonly trustedTypesPolicy?: string
}

/**
 * Starts a worker.
 *
 * @throws what the page throws where it refuses; see `refusalOf`
 */
export function spawnWorker({ url, create, trustedTypesPolicy }: SpawnOptions): globalThis.Worker {
  if (create) return create()
  const Worker = trustedWorker(trustedTypesPolicy)
  if (url !== undefined) return new Worker(new URL(url, document.baseURI), { type: 'module' })
  return new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' })
}

/** Why a page refused, from what it threw. */
export function refusalOf(error: unknown): FallbackReason {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'SecurityError') return 'cross-origin'
  return name === 'TypeError' && globalThis.trustedTypes ? 'trusted-types' : 'load'
}
