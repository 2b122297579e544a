import type { TokenSource } from '@vitrine/client'
import type { BatchSummary } from '../batch-summary.ts'
import type { ExecuteOptions } from '../bindings.ts'
import type { PlaygroundEvents } from '../events.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { hasWords } from '../state/standing.ts'
import type { RunOutcome, Runner, RunnerRequest } from '../worker/protocol.ts'
import { applyEvent } from './apply-event.ts'
import { createCellBoard } from './cell-board.ts'
import { executeRow } from './execute-row.ts'
import type { Realm } from './realm.ts'
import { type Batch, type RowRun, queuedCell, summaryOf } from './row-run.ts'
import { createRunQueue } from './run-queue.ts'

const MAX_CONCURRENCY = 64

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

  const queue = createRunQueue<RowRun>({
    limit: () => Math.min(MAX_CONCURRENCY, Math.floor(store.get(execution.concurrencyAtom)) || 1),
    start,
  })
  const board = createCellBoard(state, realm, events, () => queue.waiting)

  async function start(run: RowRun): Promise<void> {
    const request = requests.get(run.batch)
    if (!request || run.end !== null) return
    board.put(run, { ...applyEvent(run.cell, { type: 'sent' }, realm.clock()), ...request.originOf(run) })
    events.emit({ type: 'row-start', runId: run.batch.runId, rowId: run.id })
    const outcome = await carriedOut(() =>
      executeRow({
        runner,
        tokens,
        prepare: (token) => request.requestFor(run, token),
        onEvents: (news) => {
          for (const event of news) board.put(run, applyEvent(run.cell, event, realm.clock()))
        },
        isWanted: () => run.end === null,
      }),
    )
    if (run.end === null) conclude(run, outcome)
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
    board.put(run, applyEvent(run.cell, { type: 'failure', failure }, realm.clock()))
    if (failure.code !== 'auth_required') return
    events.emit({ type: 'auth-required' })
    // The others would be refused one by one; nobody is asked to sign in a thousand times.
    for (const other of queue.waiting.values()) {
      queue.remove(other.id)
      board.put(other, applyEvent(other.cell, { type: 'failure', failure }, realm.clock()))
    }
  }

  function waitForNetwork(run: RowRun): void {
    queue.pause()
    store.set(execution.isOfflineAtom, true)
    board.put(run, queuedCell(run.batch.runId, run.cell.queuedAtMs ?? realm.clock(), 1))
    queue.putBack(run)
  }

  function resume(): void {
    store.set(execution.isOfflineAtom, false)
    queue.resume()
  }

  function stop(run: RowRun): void {
    if (queue.remove(run.id)) board.withdraw(run)
    else {
      runner.cancel(run.batch.runId, run.id)
      board.put(run, applyEvent(run.cell, { type: 'stop' }, realm.clock()))
    }
  }

  function cancel(rowId?: string): void {
    const run = rowId === undefined ? undefined : board.runs.get(rowId)
    if (rowId === undefined) for (const each of [...board.runs.values()].toReversed()) stop(each)
    else if (run) stop(run)
    if (board.runs.size === 0) resume()
    board.flush()
  }

  function whoCanRun({ emptyMissing = false }: ExecuteOptions): (rowId: string) => boolean {
    const standings = store.get(execution.standingsAtom)
    const prompt = store.get(state.prompt.draftAtom)
    if (!emptyMissing) return (rowId) => standings(rowId)?.canRun ?? false
    return (rowId) => {
      const row = store.get(rows.rowAtom(rowId))
      return row !== null && hasWords(prompt, row)
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
        const cell = queuedCell(runId, realm.clock(), queue.waiting.size + index + 1)
        return row === null ? [] : [{ id, order: order++, batch, row, previous: execution.cellOf(id), cell, end: null }]
      })
      board.begin(runs)
      events.emit({ type: 'run-start', runId, rows: runs.length })
      queue.add(runs)
      board.flush()
    })
  }

  const endings = [
    realm.onOnline(resume),
    store.sub(execution.concurrencyAtom, () => queue.pump()),
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
