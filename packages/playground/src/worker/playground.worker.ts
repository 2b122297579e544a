import { expose } from 'comlink'
import { createWorkerApi } from './worker-api.ts'

// The worker's composition root: here, and nowhere else in the worker, clock and network are the globals.
expose(
  createWorkerApi({
    transport: { fetch: (input, init) => globalThis.fetch(input, init), isOnline: () => navigator.onLine },
    clock: () => performance.now(),
    setTimer(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  }),
)
