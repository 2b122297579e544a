import { isActive } from '../state/cell-lifecycle.ts'
import type { Cell } from '../state/cell.ts'
import type { RunProgress } from '../state/execution-state.ts'
import { spentUsd } from './spent-usd.ts'

type Counted = 'queued' | 'running' | 'retrying' | 'done' | 'failed' | 'stopped'

const COUNTED = {
  queued: 'queued',
  connecting: 'running',
  streaming: 'running',
  retrying: 'retrying',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
  ready: 'queued',
} as const satisfies Record<Cell['state'], Counted>

/** Counts of everything that runs together, kept by difference: a token costs nothing, a change of state two additions. */
export interface RunTally {
  begin(runId: string, atMs: number): void
  queued(): void
  /** `as` counts the change as something else than what the cell shows. */
  moved(from: Cell['state'], to: Cell, as?: 'stopped'): void
  /** Nothing is under way any more. */
  end(atMs: number): void
  /** Whether anything was counted since the last `progress()`. */
  readonly isChanged: boolean
  progress(): RunProgress | null
}

export function createRunTally(): RunTally {
  let current: { -readonly [Key in keyof RunProgress]: RunProgress[Key] } | null = null
  let knownCosts = 0
  let isChanged = false

  return {
    get isChanged() {
      return isChanged
    },
    begin(runId, startedAtMs) {
      const none = { total: 0, done: 0, failed: 0, stopped: 0, retrying: 0, running: 0, queued: 0, costUsd: 0, unknownCosts: 0 }
      knownCosts = 0
      current = { runId, ...none, startedAtMs, endedAtMs: null }
      isChanged = true
    },
    queued() {
      if (!current) return
      current.total++
      current.queued++
      isChanged = true
    },
    moved(from, to, as) {
      const [before, after] = [COUNTED[from], as ?? COUNTED[to.state]]
      if (!current || before === after) return
      current[before]--
      current[after]++
      isChanged = true
      if (isActive(to.state) || as !== undefined) return
      const costUsd = spentUsd(to)
      if (costUsd === null) current.unknownCosts++
      else knownCosts++
      current.costUsd = knownCosts === 0 ? null : (current.costUsd ?? 0) + (costUsd ?? 0)
    },
    end(atMs) {
      if (!current || current.endedAtMs !== null) return
      current.endedAtMs = atMs
      isChanged = true
    },
    progress() {
      isChanged = false
      return current && { ...current }
    },
  }
}
