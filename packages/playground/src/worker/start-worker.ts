import type { FallbackReason } from '../events.ts'
import type { Realm } from '../execution/realm.ts'
import type { Started } from './create-runner.ts'
import { type SpawnOptions, refusalOf, spawnWorker } from './spawn-worker.ts'
import { workerPort } from './worker-port.ts'
import { createWorkerRunner } from './worker-runner.ts'

/** A worker of this page, or why the page has none. */
export function startWorker(options: SpawnOptions, setTimer: Realm['setTimer'], onLost: (reason: FallbackReason) => void): Started {
  try {
    return createWorkerRunner(workerPort(spawnWorker(options), document), setTimer, onLost)
  } catch (error) {
    return refusalOf(error)
  }
}
