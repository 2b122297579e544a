import { setTimeout as sleep } from 'node:timers/promises'
import type { BatchCounts, BatchStop } from '@vitrine/contracts'
import type { Ticket } from '../concurrency.ts'
import { waitForTurn } from '../wait-for-turn.ts'
import type { BatchScope } from './batch-scope.ts'
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
  #wake: (() => void) | null = null

  constructor(scope: BatchScope) {
    this.#scope = scope
  }

  async go(): Promise<BatchCounts> {
    const { batch, signal, writer } = this.#scope
    const { rows, concurrency } = batch.request
    const onLeave = (): void => this.#halt.abort()
    signal.addEventListener('abort', onLeave, { once: true })
    while (this.#next < rows.length) {
      const room = writer.roomToStart()
      if (room !== null) await room
      while (this.#running >= concurrency) await this.#rowEnds()
      if (this.#stopsNow()) break
      const ticket = await this.#place()
      if (ticket === null) break
      void this.#start(ticket)
    }
    while (this.#running > 0) await this.#rowEnds()
    signal.removeEventListener('abort', onLeave)
    return this.#end()
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

  async #start(ticket: Ticket): Promise<void> {
    const at = this.#next++
    const { rows, stopOnError } = this.#scope.batch.request
    const row = rows[at]
    if (row === undefined) throw new Error('no row where one was to begin')
    this.#running++
    const outcome = await runRow(this.#scope, { row, at }, ticket)
    this.#running--
    this.#tally.add(outcome)
    if (outcome === 'failed' && stopOnError) this.#halt.abort()
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
    const notStarted = batch.request.rows.slice(this.#next).map(({ rowId }) => rowId)
    const counts = this.#tally.toCounts(notStarted.length)
    const stoppedBy: BatchStop = deps.lifecycle.draining && !this.#halt.signal.aborted ? 'draining' : 'first-error'
    writer.put({ type: 'batch-end', counts, notStarted, ...(notStarted.length === 0 ? {} : { stoppedBy }) })
    writer.end()
    return counts
  }
}

/** Runs a batch to its end, which is also told to its reader. It never rejects. */
export const runBatch = (scope: BatchScope): Promise<BatchCounts> => new BatchRun(scope).go()
