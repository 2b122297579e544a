import type { FallbackReason } from '../events.ts'
import { DEFAULT_POLICY, trustedScriptUrl } from './trusted-script-url.ts'

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
export function spawnWorker({ url, create, trustedTypesPolicy = DEFAULT_POLICY }: SpawnOptions): globalThis.Worker {
  if (create) return create()
  if (!globalThis.Worker) throw new ReferenceError('There are no workers here.')
  // Bundlers only see a worker in `new Worker(new URL('…', import.meta.url), …)`; Trusted Types only take a policy's address. A local
  // class of that name serves both.
  class Worker extends globalThis.Worker {
    constructor(script: URL, options: WorkerOptions) {
      super(trustedScriptUrl(script, trustedTypesPolicy), options)
    }
  }
  if (url !== undefined) return new Worker(new URL(url, document.baseURI), { type: 'module' })
  return new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' })
}

/** Why a page refused, from what it threw. */
export function refusalOf(error: unknown): FallbackReason {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'SecurityError') return 'cross-origin'
  return name === 'TypeError' && globalThis.trustedTypes ? 'trusted-types' : 'load'
}
