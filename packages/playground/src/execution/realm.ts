import type { Fetch, RandomBytes } from '@vitrine/client'

/** What execution needs of the place it runs in; given, so that time, network and frames can be played in tests. */
export interface Realm {
  /** Monotonic, milliseconds. */
  readonly clock: () => number
  /** A new id at every call. */
  readonly ids: () => string
  readonly randomBytes: RandomBytes
  /** Calls once after a while; answers with what prevents it. */
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** Calls once before the next frame is painted, and soon also where nothing is painted; answers with what prevents it. */
  readonly onFrame: (work: () => void) => () => void
  readonly isOnline: () => boolean
  /** Answers with what ends the subscription. */
  readonly onOnline: (listener: () => void) => () => void
  readonly fetch: Fetch
  /** What relative addresses are relative to. */
  readonly baseUrl?: string
  /** Where the error of somebody else's callback goes. */
  readonly report: (error: unknown) => void
}
