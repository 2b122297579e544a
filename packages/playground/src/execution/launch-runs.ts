import type { BatchSummary } from '../batch-summary.ts'
import type { ExecuteOptions } from '../bindings.ts'
import type { PlaygroundEvents } from '../events.ts'
import { type CellRef, type OutputRef, cellKey, outputKey } from '../state/output-ref.ts'
import type { OutputPlace } from '../state/execution-state.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { BatchRequest } from './batch-request.ts'
import type { Batches } from './batches.ts'
import type { Budget, CostBound } from './budget.ts'
import type { CellBoard } from './cell-board.ts'
import type { Continuation } from './continued/continuation.ts'
import { isGroup, MOST_A_FRAME } from './hand-over.ts'
import { createContinuedRun, createRuns, repetitionsOf, runnableOutputs } from './plan-runs.ts'
import type { Realm } from './realm.ts'
import { type FillColumns, columnFiller, readsMedia } from './row-body.ts'
import type { Batch, RowRun } from './row-run.ts'
import type { RunQueue } from './run-queue.ts'

/** What a batch sends, by what is asked for. */
export type RequestsOf = (
  runId: string,
  options: ExecuteOptions,
  fill: FillColumns | null,
  continuation?: Pick<Continuation, 'body' | 'provenance'>,
) => BatchRequest

export interface LaunchOptions {
  readonly state: PlaygroundState
  readonly realm: Realm
  readonly events: PlaygroundEvents
  readonly batches: Batches
  readonly board: CellBoard
  readonly queue: RunQueue<RowRun>
  readonly requestsOf: RequestsOf
  /** What tells the highest price of a call; asked for once a budget is set. */
  readonly costBounds: () => Promise<CostBound>
  readonly isDisposed: () => boolean
}

export interface Launcher {
  executeMany(places: readonly OutputPlace[], options?: ExecuteOptions): Promise<BatchSummary>
  /** Settles when the answer has its next part; what becomes of it is in the state. */
  continueAnswer(ref: CellRef): Promise<void>
}

/** Makes runs of what is asked for, and puts them in line. */
export function createLauncher({
  state,
  realm,
  events,
  batches,
  board,
  queue,
  requestsOf,
  costBounds,
  isDisposed,
}: LaunchOptions): Launcher {
  const { store, execution, rows } = state
  let order = 0

  async function continueAnswer(ref: CellRef): Promise<void> {
    const [{ continuationOf }, budget] = await Promise.all([
      import('./continued/continuation.ts'),
      budgetOf(store.get(execution.budgetUsdAtom)),
    ])
    const kept = execution.cellsOf(ref)[ref.repetition]
    const row = store.get(rows.rowAtom(ref.rowId))
    const continuation = kept === undefined ? null : continuationOf(kept)
    if (isDisposed() || kept === undefined || row === null || continuation === null || board.runs.has(cellKey(ref))) return
    const runId = realm.ids()
    await new Promise<BatchSummary>((settle) => {
      const request = requestsOf(runId, {}, null, continuation)
      const batch = batches.add({ runId, rows: 1, isGrouped: false, budget, request, settle })
      const plan = { batch, ref, row, kept, nowMs: realm.clock(), before: board.runs.size, order: order++ }
      launch(batch, [createContinuedRun({ ...plan, shown: continuation.shown })])
    })
  }

  function begin(batch: Batch, outputs: readonly OutputRef[], repetitions: number): void {
    const runs = createRuns(state, { batch, outputs, repetitions, nowMs: realm.clock(), before: board.runs.size, nextOrder: () => order++ })
    execution.begin(outputs, repetitions)
    launch(batch, runs)
  }

  function launch(batch: Batch, runs: readonly RowRun[]): void {
    if (board.runs.size === 0) store.set(execution.haltAtom, null)
    board.begin(runs)
    events.emit({ type: 'run-start', runId: batch.runId, rows: runs.length })
    queue.add(runs)
    board.flush()
  }

  /** Price and arithmetic come once a budget is set; most runs have none. */
  async function budgetOf(budgetUsd: number | null): Promise<Budget | null> {
    if (budgetUsd === null) return null
    const [{ createBudget }, boundOf] = await Promise.all([import('./budget.ts'), costBounds()])
    return createBudget(budgetUsd, boundOf)
  }

  async function executeMany(meant: readonly OutputPlace[], given: ExecuteOptions = {}): Promise<BatchSummary> {
    const repetitions = repetitionsOf(state)
    const budgetUsd = store.get(execution.budgetUsdAtom)
    const budget = budgetUsd === null ? null : await budgetOf(budgetUsd)
    const fill = readsMedia(state) ? await columnFiller() : null
    // The press of a button ends before the work of thousands begins.
    if (meant.length > MOST_A_FRAME) await new Promise<void>((goOn) => void realm.setTimer(goOn, 0))
    const busy = new Set([...board.runs.values()].map(outputKey))
    const outputs = isDisposed() ? [] : runnableOutputs(state, meant, given).filter((ref) => !busy.has(outputKey(ref)))
    return new Promise((settle) => {
      const runId = realm.ids()
      const count = outputs.length * repetitions
      const summary = { runId, rows: count, done: 0, failed: 0, stopped: 0 }
      if (count === 0) {
        settle(summary)
        return
      }
      const isGrouped = fill === null && isGroup(count, budget !== null)
      const batch = batches.add({ runId, rows: count, isGrouped, budget, request: requestsOf(runId, given, fill), settle })
      begin(batch, outputs, repetitions)
    })
  }

  return { executeMany, continueAnswer }
}
