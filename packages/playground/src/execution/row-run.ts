import type { BatchSummary } from '../batch-summary.ts'
import { EMPTY_CELL, type Cell } from '../state/cell.ts'
import type { CellRef } from '../state/output-ref.ts'
import type { LoadableRow } from '../state/row.ts'
import type { QueueJob } from './run-queue.ts'

/** Runs that were asked for together. */
export interface Batch {
  readonly runId: string
  /** How many. */
  readonly rows: number
  readonly hasBudget: boolean
  /** Whether its runs go over few connections together. */
  readonly isGrouped: boolean
  /** Those without an end. */
  open: number
  done: number
  failed: number
  stopped: number
  readonly settle: (summary: BatchSummary) => void
}

/** One run of one row under one variant. `id` is the cell's (`cellKey`). The row is what it was when Run was pressed. */
export interface RowRun extends QueueJob, CellRef {
  /** Of its output (`outputKey`). */
  readonly place: string
  /** What the run is called where it is carried out; no other of its batch is called so. */
  readonly name: string
  readonly batch: Batch
  readonly row: LoadableRow
  /** What the cell held before: it comes back where the run never began. */
  readonly previous: Cell
  cell: Cell
  /** Whether its request went out. */
  isSent: boolean
  /** Whether it was asked back before it went out. */
  isCalledBack: boolean
  /** Whether it was asked back so as to be sent again at once. */
  isHurried?: boolean
  /** What the cell shows of what comes; all of it, where nothing is said. */
  readonly shown?: (cell: Cell) => Cell
  /** How it ended; null while it has not. */
  end: 'done' | 'failed' | 'stopped' | null
}

export const summaryOf = ({ runId, rows, done, failed, stopped }: Batch): BatchSummary => ({ runId, rows, done, failed, stopped })

export const queuedCell = (runId: string, queuedAtMs: number, queuePosition: number): Cell => ({
  ...EMPTY_CELL,
  state: 'queued',
  runId,
  queuedAtMs,
  queuePosition,
})

/** What the cell shows. One that never began shows what was there before. */
export const shownCell = ({ cell, previous, shown }: RowRun): Cell => (shown === undefined || cell === previous ? cell : shown(cell))

/** As a host is told. */
export const whichRun = ({ batch: { runId }, rowId, variantId, repetition }: RowRun) => ({ runId, rowId, variantId, repetition })
