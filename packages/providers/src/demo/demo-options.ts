import { setImmediate, setTimeout } from 'node:timers/promises'

export type Sleep = (durationMs: number, signal: AbortSignal) => Promise<void>

/**
 * What the demo provider takes from its surroundings.
 *
 * *Units*: `clock` gives milliseconds since 1970, `speed` is a factor: 1 streams about 60 tokens a second, 10 ten times that, `Infinity`
 * waits for nothing.
 */
export interface DemoProviderOptions {
  readonly clock: () => number
  /** Cryptographically strong: the key comes from here. */
  readonly randomBytes: (size: number) => Uint8Array
  /** Waits; rejects when the signal is aborted. Timers where it is left out. */
  readonly sleep?: Sleep
  readonly speed?: number
}

/** With no wait at all the event loop must still turn, or a client that left would not be noticed. */
export const sleepByTimer: Sleep = async (durationMs, signal) => {
  await (durationMs > 0 ? setTimeout(durationMs, undefined, { signal }) : setImmediate(undefined, { signal }))
}
