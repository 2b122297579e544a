import type { TokenSource } from '@vitrine/client'
import type { BatchSummary } from '../batch-summary.ts'
import type { ExecuteOptions } from '../bindings.ts'
import type { PlaygroundEvents } from '../events.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { hasWords } from '../state/standing.ts'
import type { RunOutcome, RunStep, Runner, RunnerRequest } from '../worker/protocol.ts'
import { applyEvent } from './apply-event.ts'
import { createCellBoard } from './cell-board.ts'
import { executeRow } from './execute-row.ts'
import type { Realm } from './realm.ts'
import { type Batch, type RowRun, queuedCell, summaryOf } from './row-run.ts'
import { createRunQueue } from './run-queue.ts'

const MAX_CONCURRENCY = 64
/** Rows that a runner holds for each of its places, to begin the next one without asking here, however busy this thread is. */
const AHEAD = 4

/** What a batch sends: everything that its rows have in common is made once. */
export interface BatchRequest {
  requestFor(run: RowRun, token: string | null): RunnerRequest
  /** What the cell remembers of where its result comes from. */
  originOf(run: RowRun): Pick<RowRun['cell'], 'request' | 'provenance'>
}

export interface Executor {
  executeMany(rowIds: readonly string[], options?: ExecuteOptions): Promise<BatchSummary>
  /** Runs one row; a run of it that is under way is stopped first. */
  execute(rowId: string, options?: ExecuteOptions): Promise<void>
  cancel(rowId?: string): void
  dispose(): void
}

/** Runs rows: so many at a time, in order, each stoppable, each failing alone. What becomes of them is in the state. */
export function createExecutor(options: {
  readonly state: PlaygroundState
  readonly runner: Runner
  readonly tokens: TokenSource
  readonly realm: Realm
  readonly events: PlaygroundEvents
  readonly requestsOf: (runId: string, options: ExecuteOptions) => BatchRequest
}): Executor {
  const { state, runner, tokens, realm, events, requestsOf } = options
  const { store, execution, rows } = state
  const requests = new WeakMap<Batch, BatchRequest>()
  let order = 0
  let isDisposed = false
  /** Whether the service has answered: before that, nothing is handed over that could only be refused as well. */
  let isAnswered = false

  const places = () => Math.max(1, Math.min(MAX_CONCURRENCY, Math.floor(store.get(execution.concurrencyAtom)) || 1))
  const queue = createRunQueue<RowRun>({ limit: () => places() * (isAnswered ? 1 + AHEAD : 1), start })
  const board = createCellBoard(state, realm, events)

  async function start(run: RowRun): Promise<void> {
    const request = requests.get(run.batch)
    if (!request || run.end !== null) return
    const outcome = await carriedOut(() =>
      executeRow({
        runner,
        tokens,
        prepare: (token) => request.requestFor(run, token),
        onSteps: (steps) => {
          for (const step of steps) follow(run, request, step)
        },
        isWanted: () => run.end === null,
      }),
    )
    if (run.end === null) conclude(run, outcome)
  }

  function follow(run: RowRun, request: BatchRequest, { event, agoMs }: RunStep): void {
    if (run.end !== null) return
    const next = applyEvent(run.cell, event, realm.clock() - agoMs)
    board.put(run, event.type === 'sent' ? { ...next, ...request.originOf(run) } : next)
    if (event.type !== 'sent') answered()
    else if (!run.isSent) {
      run.isSent = true
      events.emit({ type: 'row-start', runId: run.batch.runId, rowId: run.id })
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
    // A runner that was lost with rows that it had not sent: nothing of them is lost, and another runner takes them.
    if (failure.code === 'interrupted' && !run.isSent) {
      queue.putBack(run)
      return
    }
    board.put(run, applyEvent(run.cell, { type: 'failure', failure }, realm.clock()))
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
    if (!queue.remove(run.id)) runner.cancel(run.batch.runId, run.id)
  }

  function waitForNetwork(run: RowRun): void {
    isAnswered = false
    queue.pause()
    store.set(execution.isOfflineAtom, true)
    board.put(run, queuedCell(run.batch.runId, run.cell.queuedAtMs ?? realm.clock(), 1))
    run.isSent = false
    queue.putBack(run)
  }

  function resume(): void {
    store.set(execution.isOfflineAtom, false)
    queue.resume()
  }

  function stop(run: RowRun): void {
    takeBack(run)
    if (run.isSent) board.put(run, applyEvent(run.cell, { type: 'stop' }, realm.clock()))
    else board.withdraw(run)
  }

  function cancel(rowId?: string): void {
    const run = rowId === undefined ? undefined : board.runs.get(rowId)
    if (rowId === undefined) for (const each of [...board.runs.values()].toReversed()) stop(each)
    else if (run) stop(run)
    if (board.runs.size === 0) resume()
    board.flush()
  }

  function whoCanRun({ emptyMissing = false }: ExecuteOptions): (rowId: string) => boolean {
    const standings = new Map(store.get(execution.standingsAtom).map((standing) => [standing.rowId, standing]))
    const prompt = store.get(state.prompt.draftAtom)
    if (!emptyMissing) return (rowId) => standings.get(rowId)?.canRun ?? false
    const isBroken = store.get(state.prompt.problemsAtom).length > 0
    return (rowId) => {
      const row = store.get(rows.rowAtom(rowId))
      return row !== null && !isBroken && hasWords(prompt, row)
    }
  }

  function executeMany(rowIds: readonly string[], given: ExecuteOptions = {}): Promise<BatchSummary> {
    const canRun = whoCanRun(given)
    const chosen = isDisposed ? [] : [...new Set(rowIds)].filter((id) => !board.runs.has(id) && canRun(id))
    return new Promise((settle) => {
      const runId = realm.ids()
      const batch: Batch = { runId, rows: chosen.length, open: chosen.length, done: 0, failed: 0, stopped: 0, settle }
      if (chosen.length === 0) {
        settle(summaryOf(batch))
        return
      }
      requests.set(batch, requestsOf(runId, given))
      const runs = chosen.flatMap((id, index): RowRun[] => {
        const row = store.get(rows.rowAtom(id))
        const cell = queuedCell(runId, realm.clock(), board.runs.size + index + 1)
        return row === null ? [] : [{ id, order: order++, batch, row, previous: execution.cellOf(id), cell, isSent: false, end: null }]
      })
      board.begin(runs)
      events.emit({ type: 'run-start', runId, rows: runs.length })
      queue.add(runs)
      board.flush()
    })
  }

  function allow(): void {
    runner.limit(places())
    queue.pump()
  }
  allow()

  const endings = [
    realm.onOnline(resume),
    store.sub(execution.concurrencyAtom, allow),
    store.sub(rows.idsAtom, () => {
      for (const run of board.runs.values()) if (store.get(rows.rowAtom(run.id)) === null) stop(run)
    }),
  ]

  return {
    executeMany,
    async execute(rowId, given = {}) {
      if (board.runs.has(rowId)) cancel(rowId)
      await executeMany([rowId], given)
    },
    cancel,
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

/** A run that the service ended without saying how. */
const UNFINISHED = { code: 'interrupted', message: 'The connection ended before the answer did. What came is kept.' } as const
