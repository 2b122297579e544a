import { isActive } from '../state/cell-lifecycle.ts'
import type { CellRef } from '../state/output-ref.ts'
import { cellKey } from '../state/output-ref.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { Runner } from '../worker/protocol.ts'
import type { CellBoard } from './cell-board.ts'
import type { Realm } from './realm.ts'
import { type RowRun, queuedCell } from './row-run.ts'
import type { RunQueue } from './run-queue.ts'

/** What holds runs up, and lets them go on. */
export interface Holds {
  /** Nothing more is sent; what was sent goes on. */
  pause(): void
  resume(): void
  /** There is no network: this run waits for it, and so does all that has not begun. */
  waitForNetwork(run: RowRun): void
  goOnline(): void
  /** Does not wait for the next try: the request is given up and made once more. What it was tried before is counted on. */
  retryNow(ref: CellRef): void
  /** Takes a run that was asked back, or lost before it was sent, to where it was; false where it is neither. */
  takeUpAgain(run: RowRun, isLost: boolean): boolean
}

export function createHolds({
  state: { store, execution },
  queue,
  board,
  runner,
  realm,
}: {
  readonly state: PlaygroundState
  readonly queue: RunQueue<RowRun>
  readonly board: CellBoard
  readonly runner: Pick<Runner, 'cancel'>
  readonly realm: Pick<Realm, 'clock'>
}): Holds {
  let isPaused = false
  const askBack = ({ batch, name }: RowRun): void => runner.cancel(batch.runId, name)
  const waiting = ({ batch, cell }: RowRun) => queuedCell(batch.runId, cell.queuedAtMs ?? realm.clock(), 1)

  return {
    pause() {
      if (isPaused || board.runs.size === 0) return
      isPaused = true
      store.set(execution.haltAtom, { kind: 'paused' })
      queue.pause()
      for (const run of board.runs.values()) {
        if (run.isSent || queue.waiting.has(run.id)) continue
        run.isCalledBack = true
        askBack(run)
      }
    },
    resume() {
      if (!isPaused) return
      isPaused = false
      store.set(execution.haltAtom, null)
      if (!store.get(execution.isOfflineAtom)) queue.resume()
    },
    waitForNetwork(run) {
      queue.pause()
      store.set(execution.isOfflineAtom, true)
      board.put(run, waiting(run))
      run.isSent = false
      queue.putBack(run)
    },
    goOnline() {
      store.set(execution.isOfflineAtom, false)
      if (!isPaused) queue.resume()
    },
    retryNow(ref) {
      const run = board.runs.get(cellKey(ref))
      if (run === undefined || run.cell.retry === null || run.isHurried === true || !isActive(run.cell.state)) return
      run.isHurried = true
      board.put(run, { ...waiting(run), triesBefore: run.cell.triesBefore + run.cell.retry.attempt - 1 })
      askBack(run)
      board.flush()
    },
    takeUpAgain(run, isLost) {
      const isAskedBack = (isLost || run.isCalledBack) && !run.isSent
      if (!isAskedBack && run.isHurried !== true) return false
      run.isCalledBack = false
      run.isHurried = false
      queue.putBack(run)
      return true
    },
  }
}
