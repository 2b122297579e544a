import { CANCELLED, type ClientFailure } from '@vitrine/client'
import type { Realm } from '../execution/realm.ts'
import { causeMeta } from '../messages/cause-meta.ts'
import { type OnSteps, type RunOutcome, type RunRef, type RunStep, type RunnerRequest, runKey } from './protocol.ts'

/** How much longer than the service's own deadline a run may take before it is given up. Milliseconds. */
const GRACE_MS = 5000
const DEFAULT_DEADLINE_MS = 120_000

/** Every run that has no outcome yet. Whatever becomes of worker and network, each gets exactly one, here. */
export interface RequestTable {
  readonly size: number
  /** A run's time counts from when it was sent, and anew when it is sent once more: until then it waits for its turn. */
  add(request: RunnerRequest, onSteps: OnSteps, onGivenUp: () => void): Promise<RunOutcome>
  deliver(run: RunRef, steps: readonly RunStep[]): void
  /** Whether the run was still waiting for its outcome. */
  settle(run: RunRef, outcome: RunOutcome): boolean
  cancel(run: RunRef): boolean
  settleAll(failure: ClientFailure): void
}

interface Entry {
  readonly onSteps: OnSteps
  readonly begin: () => void
  readonly end: (outcome: RunOutcome) => void
}

export function createRequestTable(setTimer: Realm['setTimer']): RequestTable {
  const entries = new Map<string, Entry>()

  const settle = (run: RunRef, outcome: RunOutcome) => {
    const entry = entries.get(runKey(run))
    entries.delete(runKey(run))
    entry?.end(outcome)
    return entry !== undefined
  }

  return {
    get size() {
      return entries.size
    },
    add(request, onSteps, onGivenUp) {
      const { options } = request
      const limitMs = (options.deadlineMs ?? DEFAULT_DEADLINE_MS) + GRACE_MS
      return new Promise((resolve) => {
        let stopTimer: (() => void) | null = null
        const begin = () => {
          stopTimer?.()
          stopTimer = setTimer(() => {
            if (settle(options, { ok: false, failure: givenUp(limitMs) })) onGivenUp()
          }, limitMs)
        }
        const end = (outcome: RunOutcome) => {
          stopTimer?.()
          resolve(outcome)
        }
        entries.get(runKey(options))?.end({ ok: false, failure: CANCELLED })
        entries.set(runKey(options), { onSteps, begin, end })
      })
    },
    deliver(run, steps) {
      const entry = entries.get(runKey(run))
      if (steps.some(({ event }) => event.type === 'sent')) entry?.begin()
      entry?.onSteps(steps)
    },
    settle,
    cancel: (run) => settle(run, { ok: false, failure: CANCELLED }),
    settleAll(failure) {
      const all = [...entries.values()]
      entries.clear()
      for (const { end } of all) end({ ok: false, failure })
    },
  }
}

const givenUp = (limitMs: number): ClientFailure => ({
  code: 'deadline_exceeded',
  message: `There was no end within ${Math.round(limitMs / 1000)} seconds, so the run was given up. What came is kept.`,
  meta: causeMeta('no-end', { seconds: Math.round(limitMs / 1000) }),
})
