import { createAudience } from './audience.ts'
import type { JoinedRun, KeptResult } from './kept-result.ts'

/** The right to run what a key stands for. One of the two is to be called; what comes after the first changes nothing. */
export interface IdempotencyClaim {
  keep(result: KeptResult): void
  /** There is no result: whoever comes next runs it again. */
  abandon(): void
  /** Aborted when nobody waits for the result any more: neither whoever runs it, as `own` says, nor anybody who joined meanwhile. */
  whileWanted(own: AbortSignal): AbortSignal
}

export type IdempotencyState =
  | { readonly state: 'claimed'; readonly claim: IdempotencyClaim }
  | { readonly state: 'kept'; readonly result: KeptResult }
  /** `owner` runs it. */
  | { readonly state: 'in-flight'; readonly owner: object | null; readonly join: () => JoinedRun }
  | { readonly state: 'mismatch' }

/** Keys of different projects and routes never meet. */
export interface IdempotencyScope {
  readonly projectId: string
  readonly route: string
  readonly key: string
}

/**
 * The one thing that the service remembers of its answers: the results of runs that were given a key, in memory, for a while and as far as
 * there is room. Another process, or this one after a restart, knows nothing of them; a run is then run again.
 *
 * *Shape*: only successes are kept. `fingerprint` stands for the request, so that a key is not taken for another one.
 */
export interface IdempotencyStore {
  /** `owner`: who is about to run it, for others to know. */
  claim(scope: IdempotencyScope, fingerprint: string, owner?: object): IdempotencyState
}

export interface IdempotencyStoreOptions {
  readonly mostEntries: number
  /** Characters of JSON of all results together; what would not fit is not kept, and what was used longest ago makes room. */
  readonly mostCharacters: number
  readonly ttlMs: number
  /** Milliseconds, monotonic. */
  readonly clock: () => number
}

interface Running {
  readonly fingerprint: string
  readonly owner: object | null
  readonly join: () => JoinedRun
}

interface Entry {
  readonly fingerprint: string
  /** As text: what it takes is known, and nobody else holds a part of it. */
  readonly text: string
  readonly untilMs: number
}

export function createIdempotencyStore({ mostEntries, mostCharacters, ttlMs, clock }: IdempotencyStoreOptions): IdempotencyStore {
  const running = new Map<string, Running>()
  /** In the order of their last use. */
  const entries = new Map<string, Entry>()
  let characters = 0

  function drop(id: string): void {
    characters -= entries.get(id)?.text.length ?? 0
    entries.delete(id)
  }

  function put(id: string, entry: Entry): void {
    if (entry.text.length > mostCharacters) return
    drop(id)
    entries.set(id, entry)
    characters += entry.text.length
    for (const oldest of entries.keys()) {
      if (entries.size <= mostEntries && characters <= mostCharacters) return
      drop(oldest)
    }
  }

  function start(id: string, fingerprint: string, owner: object | null): IdempotencyClaim {
    const audience = createAudience()
    running.set(id, { fingerprint, owner, join: audience.join })
    let over = false
    const end = (result: KeptResult | null): void => {
      if (over) return
      over = true
      running.delete(id)
      if (result !== null) put(id, { fingerprint, text: JSON.stringify(result), untilMs: clock() + ttlMs })
      audience.end(result)
    }
    return { keep: end, abandon: () => end(null), whileWanted: audience.whileWanted }
  }

  return {
    claim({ projectId, route, key }, fingerprint, owner) {
      const id = `${projectId} ${route} ${key}`
      const runs = running.get(id)
      if (runs !== undefined && runs.fingerprint !== fingerprint) return { state: 'mismatch' }
      if (runs !== undefined) return { state: 'in-flight', owner: runs.owner, join: runs.join }
      const entry = entries.get(id)
      if (entry === undefined || entry.untilMs <= clock()) {
        drop(id)
        return { state: 'claimed', claim: start(id, fingerprint, owner ?? null) }
      }
      if (entry.fingerprint !== fingerprint) return { state: 'mismatch' }
      entries.delete(id)
      entries.set(id, entry)
      return { state: 'kept', result: JSON.parse(entry.text) as KeptResult }
    },
  }
}
