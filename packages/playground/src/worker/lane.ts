import type { Realm } from '../execution/realm.ts'
import type { Job } from './job.ts'
import type { RunnerRequest } from './protocol.ts'

/** From so many runs of a group on they go as batches. */
const LEAST_BATCH = 21
/** Runs that are handed over one by one, as places become free, are not worth a batch each. */
const LEAST_TOGETHER = 3
/** What the last row counts among those before it. */
const WEIGHT = 0.2

/** The runs of one group, or all that have none. */
export class Lane {
  readonly group: string | null
  /** Those that wait, in their order. */
  waiting = new Map<string, Job>()
  /** Runs without an outcome. */
  open = 0
  /** Of the run that was handed over last. */
  latest: RunnerRequest
  /** What a row takes; null while none has ended. Milliseconds. */
  rowMs: number | null = null
  hasBatches = false
  /** Whether the service ever answered a batch of it. */
  hasAnswered = false
  /** Batches that broke one after another without a row that ended. */
  breaks = 0
  /** The token that was refused, until a run comes with another one. */
  refusedToken: { readonly token: string | null } | null = null
  #seen = 0
  #cancelHold: (() => void) | null = null

  constructor(group: string | null, latest: RunnerRequest) {
    this.group = group
    this.latest = latest
  }

  /** Whether its runs go as batches. Once some did, all do: their keys are known there and nowhere else. */
  get isBatch(): boolean {
    const isLarge = this.#seen >= LEAST_BATCH && this.waiting.size >= LEAST_TOGETHER
    return this.group !== null && (isLarge || this.hasBatches)
  }

  /** Whether nothing of it may begin now. */
  get isHeld(): boolean {
    return this.#cancelHold !== null
  }

  /** The order of the run whose turn is next. */
  get first(): number {
    return this.waiting.values().next().value?.order ?? Infinity
  }

  add(job: Job): void {
    this.#seen++
    this.open++
    this.latest = job.request
    this.waiting.set(job.key, job)
  }

  /** Back to where they were. */
  putBack(jobs: readonly Job[]): void {
    const all = [...jobs, ...this.waiting.values()].toSorted((a, b) => a.order - b.order)
    this.waiting = new Map(all.map((job) => [job.key, job]))
  }

  take(jobs: readonly Job[]): void {
    for (const { key } of jobs) this.waiting.delete(key)
  }

  /** A row has ended. */
  learn(durationMs: number | null): void {
    this.breaks = 0
    if (durationMs !== null) this.rowMs = this.rowMs === null ? durationMs : this.rowMs + WEIGHT * (durationMs - this.rowMs)
  }

  hold(setTimer: Realm['setTimer'], ms: number, onOver: () => void): void {
    this.release()
    this.#cancelHold = setTimer(() => {
      this.#cancelHold = null
      onOver()
    }, ms)
  }

  release(): void {
    this.#cancelHold?.()
    this.#cancelHold = null
  }
}
