import { setTimeout as sleep } from 'node:timers/promises'
import type { BatchCounts, BatchStop } from '@vitrine/contracts'
import type { Ticket } from '../concurrency.ts'
import { waitForTurn } from '../wait-for-turn.ts'
import type { BatchScope, PlacedRow } from './batch-scope.ts'
import { createBatchTally } from './batch-tally.ts'
import { runRow } from './run-row.ts'

/** Before a place is asked for again where even the places to wait were taken. */
const FULL_MS = 50

const FREE: Pick<Ticket, 'turn'> = { turn: null }

/** Starts rows in their order as places become free, and ends when the last one has ended. */
class BatchRun {
  readonly #scope: BatchScope
  readonly #tally = createBatchTally()
  /** Aborted when no further row is to begin. */
  readonly #halt = new AbortController()
  #running = 0
  #next = 0
  /** What ends the rows that run, by their ids. */
  readonly #stops = new Map<string, () => void>()
  /** Rows that are not to run, or not to go on. */
  readonly #stopped = new Set<string>()
  /** Those of them whose turn has passed. */
  readonly #skipped: string[] = []
  #wake: (() => void) | null = null

  constructor(scope: BatchScope) {
    this.#scope = scope
  }

  async go(): Promise<BatchCounts> {
    const { batch, signal, writer } = this.#scope
    const { concurrency } = batch.request
    const leave = this.#enter()
    const onLeave = (): void => this.#halt.abort()
    signal.addEventListener('abort', onLeave, { once: true })
    while (this.#nextRow() !== null) {
      const room = writer.roomToStart()
      if (room !== null) await room
      while (this.#running >= concurrency) await this.#rowEnds()
      if (this.#stopsNow()) break
      const ticket = await this.#place()
      if (ticket === null) break
      const placed = this.#nextRow()
      if (placed === null) ticket.release()
      else void this.#start(placed, ticket)
    }
    while (this.#running > 0) await this.#rowEnds()
    signal.removeEventListener('abort', onLeave)
    leave()
    return this.#end()
  }

  /** A batch that names its run can be told to end rows. */
  #enter(): () => void {
    const { deps, exchange, options } = this.#scope
    const { runId } = options
    if (runId === null) return () => {}
    const { projectId, principal } = exchange
    return deps.batches.enter({ projectId, subjectHash: principal.subjectHash, runId }, (rowIds) => this.#stop(rowIds))
  }

  #stop(rowIds: readonly string[]): number {
    const { rows } = this.#scope.batch.request
    const waiting = new Set(rows.slice(this.#next).map(({ rowId }) => rowId))
    const stopped = rowIds.filter((rowId) => !this.#stopped.has(rowId) && (waiting.has(rowId) || this.#stops.has(rowId)))
    for (const rowId of stopped) {
      this.#stopped.add(rowId)
      this.#stops.get(rowId)?.()
    }
    return stopped.length
  }

  /** Whose turn it is; null after the last one. */
  #nextRow(): PlacedRow | null {
    const { rows } = this.#scope.batch.request
    for (let row = rows[this.#next]; row !== undefined; row = rows[++this.#next]) {
      if (!this.#stopped.has(row.rowId)) return { row, at: this.#next }
      this.#skipped.push(row.rowId)
    }
    return null
  }

  /** A place among the calls of the provider's key; null where none is wanted any more. A batch waits for one at a time, so that others find room to wait too. */
  async #place(): Promise<Ticket | null> {
    const { deps, exchange, plan } = this.#scope
    for (;;) {
      const ticket = deps.concurrency.enter(plan.placesKey, exchange.projectId)
      if (ticket !== null) {
        await waitForTurn(ticket, this.#halt.signal)
        if (!this.#stopsNow()) return { ...ticket, ...FREE }
        ticket.release()
        return null
      }
      await sleep(FULL_MS, undefined, { signal: this.#halt.signal }).catch(() => undefined)
      if (this.#stopsNow()) return null
    }
  }

  async #start(placed: PlacedRow, ticket: Ticket): Promise<void> {
    const { rowId } = placed.row
    this.#next = placed.at + 1
    this.#running++
    const outcome = await runRow(this.#scope, placed, ticket, (stop) => this.#stops.set(rowId, stop))
    this.#running--
    this.#stops.delete(rowId)
    this.#tally.add(outcome)
    if (outcome === 'failed' && this.#scope.batch.request.stopOnError && !this.#stopped.has(rowId)) this.#halt.abort()
    this.#wake?.()
  }

  async #rowEnds(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    await promise
    this.#wake = null
  }

  #stopsNow(): boolean {
    return this.#halt.signal.aborted || this.#scope.deps.lifecycle.draining
  }

  #end(): BatchCounts {
    const { batch, writer, deps } = this.#scope
    const left = batch.request.rows.slice(this.#next).map(({ rowId }) => rowId)
    const notStarted = [...this.#skipped, ...left]
    const counts = this.#tally.toCounts(notStarted.length)
    const stoppedBy: BatchStop = deps.lifecycle.draining && !this.#halt.signal.aborted ? 'draining' : 'first-error'
    writer.put({ type: 'batch-end', counts, notStarted, ...(left.some((rowId) => !this.#stopped.has(rowId)) ? { stoppedBy } : {}) })
    writer.end()
    return counts
  }
}

/** Runs a batch to its end, which is also told to its reader. It never rejects. */
export const runBatch = (scope: BatchScope): Promise<BatchCounts> => new BatchRun(scope).go()
