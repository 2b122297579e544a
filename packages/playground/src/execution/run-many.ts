import type { TokenSource } from '@vitrine/client'
import type { ExecuteOptions } from '../bindings.ts'
import type { PlaygroundEvents } from '../events.ts'
import { causeMeta } from '../messages/cause-meta.ts'
import type { RunHalt } from '../state/execution-state.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { RunOutcome, RunStep, Runner } from '../worker/protocol.ts'
import { applyEvent } from './apply-event.ts'
import type { BatchRequest } from './batch-request.ts'
import { createBatches } from './batches.ts'
import type { CostBound } from './budget.ts'
import { createCellBoard } from './cell-board.ts'
import { UNFINISHED } from './cell-failure.ts'
import { executeRow } from './execute-row.ts'
import { handedOverAtMost, MOST_A_FRAME, placesFor } from './hand-over.ts'
import { type Holds, createHolds } from './holds.ts'
import { type Launcher, type RequestsOf, createLauncher } from './launch-runs.ts'
import type { Realm } from './realm.ts'
import { type Batch, type RowRun, whichRun } from './row-run.ts'
import { createRunQueue } from './run-queue.ts'

export interface Executor extends Launcher, Pick<Holds, 'pause' | 'resume' | 'retryNow'> {
  /** Runs one row; what of it is under way is stopped first. */
  execute(rowId: string, options?: ExecuteOptions): Promise<void>
  cancel(rowId?: string, variantId?: string): void
  dispose(): void
}

/** Runs rows: so many at a time, in order, each stoppable, each failing alone. What becomes of them is in the state. */
export function createExecutor(options: {
  readonly state: PlaygroundState
  readonly runner: Runner
  readonly tokens: TokenSource
  readonly realm: Realm
  readonly events: PlaygroundEvents
  readonly requestsOf: RequestsOf
  /** What tells the highest price of a call; asked for once a budget is set. */
  readonly costBounds: () => Promise<CostBound>
}): Executor {
  const { state, runner, tokens, realm, events, requestsOf, costBounds } = options
  const { store, execution, rows } = state
  const batches = createBatches()
  let isDisposed = false
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
  const holds = createHolds({ state, queue, board, runner, realm })
  const launcher = createLauncher({ state, realm, events, batches, board, queue, requestsOf, costBounds, isDisposed: () => isDisposed })

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
          const nowMs = realm.clock()
          for (const { event, agoMs } of steps) follow(run, request, event, nowMs - agoMs)
        },
        isWanted: () => run.end === null,
      })
    })
    if (run.end === null) conclude(run, outcome)
  }

  function follow(run: RowRun, request: BatchRequest, event: RunStep['event'], atMs: number): void {
    if (run.end !== null) return
    const next = applyEvent(run.cell, event, atMs)
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
      return {
        ok: false,
        failure: {
          code: 'invalid_request',
          message: `The request could not be made. ${String(error)}`,
          meta: causeMeta('not-made', {}),
        },
      }
    }
  }

  function conclude(run: RowRun, outcome: RunOutcome): void {
    const failure = outcome.ok ? UNFINISHED : outcome.failure
    // A worker may not know what the page knows: that there is no network.
    if (failure.code === 'offline' || (failure.code === 'unreachable' && !realm.isOnline())) {
      isAnswered = false
      holds.waitForNetwork(run)
      return
    }
    // A runner that was lost with rows that it had not sent: nothing of them is lost, and another runner takes them. One that has tried
    // to send them, and says how often, has given up.
    const isLost = failure.code === 'interrupted' && failure.meta?.['attempts'] === undefined
    if (holds.takeUpAgain(run, isLost)) return
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

  function stop(run: RowRun): void {
    takeBack(run)
    if (run.isSent) board.put(run, applyEvent(run.cell, { type: 'stop' }, realm.clock()))
    else board.withdraw(run)
  }

  function cancel(rowId?: string, variantId?: string): void {
    const isMeant = (run: RowRun) => rowId === undefined || (run.rowId === rowId && (variantId ?? run.variantId) === run.variantId)
    for (const run of [...board.runs.values()].toReversed()) if (isMeant(run)) stop(run)
    if (board.runs.size === 0) {
      holds.resume()
      holds.goOnline()
    }
    board.flush()
  }

  function allow(): void {
    runner.limit(places())
    queue.pump()
  }
  allow()

  const endings = [
    realm.onOnline(() => holds.goOnline()),
    store.sub(execution.concurrencyAtom, allow),
    store.sub(rows.idsAtom, () => {
      for (const run of board.runs.values()) if (store.get(rows.rowAtom(run.rowId)) === null) stop(run)
    }),
  ]

  return {
    ...launcher,
    async execute(rowId, given = {}) {
      cancel(rowId, given.variantId)
      await launcher.executeMany([rowId], given)
    },
    cancel,
    retryNow: (ref) => holds.retryNow(ref),
    pause: () => holds.pause(),
    resume: () => holds.resume(),
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
