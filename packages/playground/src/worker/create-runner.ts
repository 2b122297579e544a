import type { Transport } from '@vitrine/client'
import type { FallbackReason } from '../events.ts'
import type { Realm } from '../execution/realm.ts'
import { createInlineRunner } from './inline-runner.ts'
import type { Runner } from './protocol.ts'

export interface WorkerOptions {
  /** `auto` (the default) takes a worker and falls back to the page's thread; `worker` never falls back; `inline` takes none. */
  readonly mode?: 'auto' | 'worker' | 'inline'
}

export function createRunner(given: {
  readonly options: WorkerOptions
  readonly transport: Transport
  readonly realm: Realm
  readonly onFallback: (reason: FallbackReason) => void
}): Runner {
  return createInlineRunner({ transport: given.transport, setTimer: given.realm.setTimer })
}
