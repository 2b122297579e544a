import type { JoinedRun, KeptResult } from './kept-result.ts'

/** Those who wait for the result of one run: whoever runs it, and others who joined. */
export interface Audience {
  readonly join: () => JoinedRun
  readonly whileWanted: (own: AbortSignal) => AbortSignal
  /** The run is over: everybody is told, and nothing keeps listening. */
  readonly end: (result: KeptResult | null) => void
}

export function createAudience(): Audience {
  const joined = new Set<(result: KeptResult | null) => void>()
  const unwanted = new AbortController()
  let stopListening: (() => void) | null = null
  let hasOwnerLeft = false

  function look(): void {
    if (hasOwnerLeft && joined.size === 0) unwanted.abort()
  }

  return {
    join() {
      const { promise, resolve } = Promise.withResolvers<KeptResult | null>()
      joined.add(resolve)
      return {
        result: promise,
        leave() {
          if (!joined.delete(resolve)) return
          resolve(null)
          look()
        },
      }
    },
    whileWanted(own) {
      const onLeave = (): void => {
        hasOwnerLeft = true
        look()
      }
      own.addEventListener('abort', onLeave, { once: true })
      stopListening = () => own.removeEventListener('abort', onLeave)
      if (own.aborted) onLeave()
      return unwanted.signal
    },
    end(result) {
      stopListening?.()
      for (const resolve of joined) resolve(result)
      joined.clear()
    },
  }
}
