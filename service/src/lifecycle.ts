import type { AbortCause } from '@vitrine/providers'

/** Whether the service takes work, and what is still being worked on. */
export interface Lifecycle {
  readonly draining: boolean
  /** Aborted with an `AbortCause` when what is still running has to give up. */
  readonly signal: AbortSignal
  /** Marks the start of a run; the function marks its end. Null while draining: no new work. */
  enter(): (() => void) | null
  /** From now on no work is taken. Resolves when what is running has ended. */
  drain(): Promise<void>
  giveUp(): void
}

export function createLifecycle(): Lifecycle {
  const abort = new AbortController()
  let draining = false
  let running = 0
  let onIdle: (() => void) | null = null
  return {
    get draining() {
      return draining
    },
    signal: abort.signal,
    enter() {
      if (draining) return null
      running++
      let left = false
      return () => {
        if (left) return
        left = true
        running--
        if (running === 0) onIdle?.()
      }
    },
    drain() {
      draining = true
      return running === 0 ? Promise.resolve() : new Promise((resolve) => (onIdle = resolve))
    },
    giveUp: () => abort.abort({ code: 'draining' } satisfies AbortCause),
  }
}
