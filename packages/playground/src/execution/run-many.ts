import type { TokenSource } from '@vitrine/client'
import type { BatchSummary } from '../batch-summary.ts'
import type { ExecuteOptions } from '../bindings.ts'
import type { PlaygroundEvents } from '../events.ts'
import { type CellRef, type OutputRef, cellKey, outputKey } from '../state/output-ref.ts'
import type { OutputPlace, PlaygroundState, RunHalt } from '../state/playground-state.ts'
import type { RunOutcome, RunStep, Runner } from '../worker/protocol.ts'
import { applyEvent } from './apply-event.ts'
import type { BatchRequest } from './batch-request.ts'
import { createBatches } from './batches.ts'
import type { Budget, CostBound } from './budget.ts'
import { createCellBoard } from './cell-board.ts'
import { UNFINISHED } from './cell-failure.ts'
import type { Continuation } from './continued/continuation.ts'
import { executeRow } from './execute-row.ts'
import { handedOverAtMost, isGroup, MOST_A_FRAME, placesFor } from './hand-over.ts'
import type { Realm } from './realm.ts'
import { type FillColumns, columnFiller, readsMedia } from './row-body.ts'
import { createContinuedRun, createRuns, repetitionsOf, runnableOutputs } from './plan-runs.ts'
import { type Batch, type RowRun, queuedCell, whichRun } from './row-run.ts'
import { createRunQueue } from './run-queue.ts'

export interface Executor {
  executeMany(places: readonly OutputPlace[], options?: ExecuteOptions): Promise<BatchSummary>
  /** Runs one row; what of it is under way is stopped first. */
  execute(rowId: string, options?: ExecuteOptions): Promise<void>
  cancel(rowId?: string, variantId?: string): void
  retryNow(ref: CellRef): void
  /** Settles when the answer has its next part; what becomes of it is in the state. */
  continueAnswer(ref: CellRef): Promise<void>
  /** Nothing more is sent; what was sent goes on. */
  pause(): void
  resume(): void
  dispose(): void
}

/** Runs rows: so many at a time, in order, each stoppable, each failing alone. What becomes of them is in the state. */
export function createExecutor(options: {
  readonly state: PlaygroundState
  readonly runner: Runner
  readonly tokens: TokenSource
  readonly realm: Realm
  readonly events: PlaygroundEvents
  readonly requestsOf: (
    runId: string,
    options: ExecuteOptions,
    fill: FillColumns | null,
    continuation?: Pick<Continuation, 'body' | 'provenance'>,
  ) => BatchRequest
  /** What tells the highest price of a call; asked for once a budget is set. */
  readonly costBounds: () => Promise<CostBound>
}): Executor {
  const { state, runner, tokens, realm, events, requestsOf, costBounds } = options
  const { store, execution, rows } = state
  const batches = createBatches()
  let order = 0
  let isDisposed = false
  let isPaused = false
  /** Whether the service has answered: before that, nothing is handed over that could only be refused as well. */
  let isAnswered = false

  const places = () => placesFor(store.get(execution.concurrencyAtom))
  const queue = createRunQueue<RowRun>({
    limit: () => handedOverAtMost(batches.open, places(), isAnswered),
    start,
    turn: { most: MOST_A_FRAME, later: (work) => void realm.onFrame(work) },
    admits: (run) => ['yes', undefined].includes(batches.budgetOf(run.batch)?.admits(run)),
    onRefused: (run) =>
      halt(run.batch, batches.budgetOf(run.batch)?.admits(run) === 'unpriced' ? { kind: 'unpriced' } : { kind: 'budget' }),
  })
  const board = createCellBoard(state, realm, events)

  async function start(run: RowRun): Promise<void> {
    const request = batches.requestOf(run.batch)
    if (!request || run.end !== null) return
    const budget = batches.budgetOf(run.batch)
    budget?.begin(run)
    await carry(run, request)
    budget?.end(run)
  }

  async function carry(run: RowRun, request: BatchRequest): Promise<void> {
    const outcome = await carriedOut(async () => {
      const failure = request.refusalOf(run)
      if (failure !== null) return { ok: false, failure }
      return executeRow({
        runner,
        tokens,
        prepare: (token) => request.requestFor(run, token),
        onSteps: (steps) => {
          for (const step of steps) follow(run, request, step)
        },
        isWanted: () => run.end === null,
      })
    })
    if (run.end === null) conclude(run, outcome)
  }

  function follow(run: RowRun, request: BatchRequest, { event, agoMs }: RunStep): void {
    if (run.end !== null) return
    const next = applyEvent(run.cell, event, realm.clock() - agoMs)
    board.put(run, event.type === 'sent' ? { ...next, ...request.originOf(run) } : next)
    if (event.type !== 'sent') answered()
    else if (!run.isSent) {
      run.isSent = true
      events.emit({ type: 'row-start', ...whichRun(run) })
    }
  }

  function answered(): void {
    if (isAnswered) return
    isAnswered = true
    queue.pump()
  }

  /** Headers and trace contexts come from the host, whose code may throw: that fails the row and not the queue. */
  async function carriedOut(work: () => Promise<RunOutcome>): Promise<RunOutcome> {
    try {
      return await work()
    } catch (error) {
      realm.report(error)
      return { ok: false, failure: { code: 'invalid_request', message: `The request could not be made. ${String(error)}` } }
    }
  }

  function conclude(run: RowRun, outcome: RunOutcome): void {
    const failure = outcome.ok ? UNFINISHED : outcome.failure
    // A worker may not know what the page knows: that there is no network.
    if (failure.code === 'offline' || (failure.code === 'unreachable' && !realm.isOnline())) {
      waitForNetwork(run)
      return
    }
    // A runner that was lost with rows that it had not sent: nothing of them is lost, and another runner takes them. One that has tried
    // to send them, and says how often, has given up.
    const isLost = failure.code === 'interrupted' && failure.meta?.['attempts'] === undefined
    if (((isLost || run.isCalledBack) && !run.isSent) || run.isHurried === true) {
      run.isCalledBack = false
      run.isHurried = false
      queue.putBack(run)
      return
    }
    board.put(run, applyEvent(run.cell, { type: 'failure', failure }, realm.clock()))
    if (run.cell.state === 'failed' && store.get(execution.stopsOnErrorAtom)) halt(run.batch, { kind: 'error' })
    if (failure.code !== 'auth_required') return
    isAnswered = false
    events.emit({ type: 'auth-required' })
    // The others would be refused one by one; nobody is asked to sign in a thousand times.
    for (const other of [...board.runs.values()].filter(({ isSent }) => !isSent).toReversed()) {
      takeBack(other)
      board.put(other, applyEvent(other.cell, { type: 'failure', failure }, realm.clock()))
    }
  }

  /** A run that was not sent will not be. */
  function takeBack(run: RowRun): void {
    if (!queue.remove(run.id)) runner.cancel(run.batch.runId, run.name)
  }

  /** Ends a batch before its end: what was sent goes on, the rest is as if it had never been asked for. */
  function halt(batch: Batch, reason: RunHalt): void {
    store.set(execution.haltAtom, reason)
    for (const run of [...board.runs.values()].toReversed()) if (run.batch === batch && !run.isSent) stop(run)
    queue.pump()
  }

  function pause(): void {
    if (isPaused || board.runs.size === 0) return
    isPaused = true
    store.set(execution.haltAtom, { kind: 'paused' })
    queue.pause()
    for (const run of board.runs.values()) {
      if (run.isSent || queue.waiting.has(run.id)) continue
      run.isCalledBack = true
      runner.cancel(run.batch.runId, run.name)
    }
  }

  function resume(): void {
    if (!isPaused) return
    isPaused = false
    store.set(execution.haltAtom, null)
    if (!store.get(execution.isOfflineAtom)) queue.resume()
  }

  function waitForNetwork(run: RowRun): void {
    isAnswered = false
    queue.pause()
    store.set(execution.isOfflineAtom, true)
    board.put(run, queuedCell(run.batch.runId, run.cell.queuedAtMs ?? realm.clock(), 1))
    run.isSent = false
    queue.putBack(run)
  }

  function goOnline(): void {
    store.set(execution.isOfflineAtom, false)
    if (!isPaused) queue.resume()
  }

  function stop(run: RowRun): void {
    takeBack(run)
    if (run.isSent) board.put(run, applyEvent(run.cell, { type: 'stop' }, realm.clock()))
    else board.withdraw(run)
  }

  function cancel(rowId?: string, variantId?: string): void {
    const isMeant = (run: RowRun) => rowId === undefined || (run.rowId === rowId && (variantId ?? run.variantId) === run.variantId)
    for (const run of [...board.runs.values()].toReversed()) if (isMeant(run)) stop(run)
    if (board.runs.size === 0) {
      resume()
      goOnline()
    }
    board.flush()
  }

  /** Does not wait for the next try: the request is given up and made once more. What it was tried before is counted on. */
  function retryNow(ref: CellRef): void {
    const run = board.runs.get(cellKey(ref))
    if (run === undefined || run.cell.retry === null || run.isHurried === true) return
    run.isHurried = true
    const triesBefore = run.cell.triesBefore + run.cell.retry.attempt - 1
    board.put(run, { ...queuedCell(run.batch.runId, run.cell.queuedAtMs ?? realm.clock(), 1), triesBefore })
    runner.cancel(run.batch.runId, run.name)
    board.flush()
  }

  async function continueAnswer(ref: CellRef): Promise<void> {
    const [{ continuationOf }, budget] = await Promise.all([
      import('./continued/continuation.ts'),
      budgetOf(store.get(execution.budgetUsdAtom)),
    ])
    const kept = execution.cellsOf(ref)[ref.repetition]
    const row = store.get(rows.rowAtom(ref.rowId))
    const continuation = kept === undefined ? null : continuationOf(kept)
    if (isDisposed || kept === undefined || row === null || continuation === null || board.runs.has(cellKey(ref))) return
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
    const busy = new Set([...board.runs.values()].map(outputKey))
    const outputs = isDisposed ? [] : runnableOutputs(state, meant, given).filter((ref) => !busy.has(outputKey(ref)))
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

  function allow(): void {
    runner.limit(places())
    queue.pump()
  }
  allow()

  const endings = [
    realm.onOnline(goOnline),
    store.sub(execution.concurrencyAtom, allow),
    store.sub(rows.idsAtom, () => {
      for (const run of board.runs.values()) if (store.get(rows.rowAtom(run.rowId)) === null) stop(run)
    }),
  ]

  return {
    executeMany,
    async execute(rowId, given = {}) {
      cancel(rowId, given.variantId)
      await executeMany([rowId], given)
    },
    cancel,
    retryNow,
    continueAnswer,
    pause,
    resume,
    dispose() {
      isDisposed = true
      cancel()
      for (const end of endings) end()
      board.dispose()
      runner.dispose()
      tokens.dispose()
    },
  }
}
