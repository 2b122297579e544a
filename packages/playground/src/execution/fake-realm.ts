import type { StatelessRealm } from '../adapters/stateless/browser-realm.ts'

/** A realm whose time, frames and network are played by hand. No worker starts in it. */
export interface FakeRealm extends StatelessRealm {
  /** Lets time pass; what falls due is called in its order. */
  advance(ms: number): void
  /** Paints two frames: calls what waits for them. Answers with how many calls that were. */
  frame(): number
  setOnline(isOnline: boolean): void
  /** Timers, frames and subscriptions that are not over. */
  readonly pending: () => number
  readonly reported: unknown[]
}

interface Timer {
  readonly dueMs: number
  readonly work: () => void
}

export function createFakeRealm(overrides: Partial<StatelessRealm> = {}): FakeRealm {
  const timers = new Set<Timer>()
  const frames = new Set<() => void>()
  const listeners = new Set<() => void>()
  const reported: unknown[] = []
  let nowMs = 1000
  let lastId = 0
  let isOnline = true

  return {
    clock: () => nowMs,
    ids: () => `id-${++lastId}`,
    randomBytes: (count) => new Uint8Array(count).fill(++lastId % 256),
    setTimer(work, ms) {
      const timer = { dueMs: nowMs + ms, work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    onFrame(work) {
      frames.add(work)
      return () => void frames.delete(work)
    },
    isOnline: () => isOnline,
    onOnline(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    fetch: () => Promise.reject(new TypeError('There is no network here.')),
    baseUrl: 'https://host.test/page',
    report: (error) => void reported.push(error),
    startCountWorker: () => null,
    startWorker: () => 'load',
    ...overrides,
    advance(ms) {
      const untilMs = nowMs + ms
      for (;;) {
        const [next] = [...timers].filter(({ dueMs }) => dueMs <= untilMs).toSorted((a, b) => a.dueMs - b.dueMs)
        if (!next) break
        nowMs = Math.max(nowMs, next.dueMs)
        timers.delete(next)
        next.work()
      }
      nowMs = untilMs
    },
    frame() {
      let calls = 0
      for (let painted = 0; painted < 2; painted++) {
        const due = [...frames]
        frames.clear()
        for (const work of due) work()
        calls += due.length
      }
      return calls
    },
    setOnline(next) {
      isOnline = next
      if (next) for (const listener of listeners) listener()
    },
    pending: () => timers.size + frames.size + listeners.size,
    reported,
  }
}

/** Lets everything that only waits for promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
