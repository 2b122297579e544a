import { hex } from '@vitrine/client'
import type { FallbackReason } from '../../events.ts'
import type { Realm } from '../../execution/realm.ts'
import type { CountPort } from '../../tokens/create-token-counter.ts'
import { startCountWorker } from '../../tokens/start-count-worker.ts'
import type { Started } from '../../worker/create-runner.ts'
import type { SpawnOptions } from '../../worker/spawn-worker.ts'
import { startWorker } from '../../worker/start-worker.ts'

export interface StatelessRealm extends Realm {
  readonly startCountWorker: (trustedTypesPolicy?: string) => CountPort | null
  readonly startWorker: (options: SpawnOptions, onLost: (reason: FallbackReason) => void) => Started
}

/** A page that is not painted gets no frames; its rows go on all the same. Milliseconds. */
const FRAME_AT_LATEST_MS = 250

function onFrame(work: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const once = () => {
    cancel()
    work()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, FRAME_AT_LATEST_MS)
  return cancel
}

const STOCK = 4096
let stock = new Uint8Array(0)
let taken = 0

/** Out of a stock: ten thousand rows ask for a few bytes each, and the browser takes as long for few as for many. */
function randomBytes(count: number): Uint8Array {
  if (taken + count > stock.length) {
    stock = crypto.getRandomValues(new Uint8Array(Math.max(STOCK, count)))
    taken = 0
  }
  taken += count
  return stock.slice(taken - count, taken)
}

const setTimer: Realm['setTimer'] = (work, ms) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** The page this runs in: the one place where clock, randomness, frames and network are taken from the globals. */
export function createBrowserRealm(): StatelessRealm {
  return {
    clock: () => performance.now(),
    // Not `randomUUID`: a page that is served without TLS does not have it.
    ids: () => hex(randomBytes(12)),
    randomBytes,
    setTimer,
    onFrame,
    isOnline: () => navigator.onLine,
    onOnline(listener) {
      addEventListener('online', listener)
      return () => removeEventListener('online', listener)
    },
    fetch: (input, init) => fetch(input, init),
    baseUrl: location.href,
    report: (error) => reportError(error),
    startCountWorker,
    startWorker: (options, onLost) => startWorker(options, setTimer, onLost),
  }
}
