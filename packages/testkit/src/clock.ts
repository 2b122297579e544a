/** A clock that stands still until it is moved. Milliseconds. */
export interface FakeClock {
  readonly now: () => number
  advance(ms: number): void
  /** Does not wait: moves the clock, and notes for how long it was asked to sleep. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly sleeps: readonly number[]
}

export function createFakeClock(startMs = 0): FakeClock {
  let nowMs = startMs
  const sleeps: number[] = []
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms
    },
    sleep: (ms, signal) => {
      sleeps.push(ms)
      nowMs += ms
      return signal?.aborted === true ? Promise.reject(new Error('aborted')) : Promise.resolve()
    },
    sleeps,
  }
}
