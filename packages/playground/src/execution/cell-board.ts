import type { PlaygroundEvents } from '../events.ts'
import { isActive } from '../state/cell-lifecycle.ts'
import type { Cell } from '../state/cell.ts'
import { toExecutionResult } from '../state/execution-result.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { Realm } from './realm.ts'
import { type RowRun, shownCell, summaryOf, whichRun } from './row-run.ts'
import { createRunTally } from './run-tally.ts'

/** The runs that are under way, and their way into the state: at most once a frame, however much arrives. */
export interface CellBoard {
  /** In the order in which they are sent. */
  readonly runs: ReadonlyMap<string, RowRun>
  begin(runs: readonly RowRun[]): void
  /** What the cell is now. A run whose cell is over is over. */
  put(run: RowRun, cell: Cell): void
  /** Over without having begun: the cell is again what it was. */
  withdraw(run: RowRun): void
  /** Now, and not with the next frame. */
  flush(): void
  dispose(): void
}

/** With fewer runs under way it is no work to count with every frame. */
const MANY = 500
const COUNT_EVERY_MS = 250
/** So many runs more are counted by each millisecond later: what it takes grows with them. */
const COUNT_LATER_BY = 10
/** How often a page is told what changes out of sight, where many change: figures that nobody could read faster. */
const UNSEEN_EVERY_MS = 100

export function createCellBoard(state: PlaygroundState, realm: Realm, events: PlaygroundEvents): CellBoard {
  const isWatched = ({ place }: RowRun) => state.execution.isWatched(place)
  const tally = createRunTally()
  const runs = new Map<string, RowRun>()
  const dirty = new Set<RowRun>()
  let ended: RowRun[] = []
  let cancelFrame: (() => void) | null = null
  let hasWaited = false
  let flushedAtMs = -Infinity
  let countedAtMs = -Infinity

  function schedule(): void {
    cancelFrame ??= realm.onFrame(onFrame)
  }

  /** What is in sight is written with every frame; where only counts change, every other frame is often enough, and fewer where many do. */
  function onFrame(): void {
    cancelFrame = null
    const nowMs = realm.clock()
    const isLongAgo = runs.size >= MANY ? nowMs - flushedAtMs >= UNSEEN_EVERY_MS : hasWaited
    const isDue = isLongAgo || [...dirty].some(isWatched)
    hasWaited = !isDue
    if (isDue) flush()
    else schedule()
  }

  /** While many run, whatever counts or sorts all of them is told a few times a second; a cell in sight is told with every frame. */
  function isTimeToCount(): boolean {
    const nowMs = realm.clock()
    if (runs.size >= MANY && nowMs - countedAtMs < Math.max(COUNT_EVERY_MS, runs.size / COUNT_LATER_BY)) return false
    countedAtMs = nowMs
    return true
  }

  function over(run: RowRun, end: RowRun['end']): void {
    run.end = end
    if (runs.get(run.id) === run) runs.delete(run.id)
    ended.push(run)
  }

  /** Places in the queue change all the time and for all; they are told to those cells that somebody looks at. */
  function placeWaiting(): void {
    let position = 0
    for (const run of runs.values()) {
      if (run.cell.state !== 'queued') continue
      position++
      if (run.cell.queuePosition === position || !isWatched(run)) continue
      run.cell = { ...run.cell, queuePosition: position }
      dirty.add(run)
    }
  }

  function flush(): void {
    cancelFrame?.()
    cancelFrame = null
    flushedAtMs = realm.clock()
    if (runs.size === 0) tally.end(realm.clock())
    placeWaiting()
    const changed = [...dirty]
    const finished = ended
    dirty.clear()
    ended = []
    const cells = changed.map((run) => [run, shownCell(run)] as const)
    const progress = tally.isChanged ? tally.progress() : undefined
    state.execution.setCells(cells, progress, isTimeToCount())
    if (events.isHeard('row-chunk')) tellChunks(changed)
    for (const run of finished) conclude(run)
  }

  function tellChunks(changed: readonly RowRun[]): void {
    for (const run of changed)
      if (run.cell.state === 'streaming') events.emit({ type: 'row-chunk', ...whichRun(run), result: toExecutionResult(shownCell(run)) })
  }

  function conclude(run: RowRun): void {
    const { batch, end } = run
    if (end !== null) batch[end]++
    batch.open--
    if (events.isHeard('row-end')) events.emit({ type: 'row-end', ...whichRun(run), result: toExecutionResult(shownCell(run)) })
    if (batch.open > 0) return
    const summary = summaryOf(batch)
    events.emit({ type: 'run-end', summary })
    batch.settle(summary)
  }

  return {
    runs,
    begin(added) {
      for (const run of added) {
        if (runs.size === 0) tally.begin(run.batch.runId, realm.clock())
        runs.set(run.id, run)
        tally.queued()
        dirty.add(run)
      }
    },
    put(run, cell) {
      if (cell === run.cell || run.end !== null) return
      tally.moved(run.cell.state, cell)
      run.cell = cell
      dirty.add(run)
      if (!isActive(cell.state)) over(run, cell.state === 'done' || cell.state === 'failed' ? cell.state : 'stopped')
      schedule()
    },
    withdraw(run) {
      if (run.end !== null) return
      tally.moved(run.cell.state, run.previous, 'stopped')
      run.cell = run.previous
      dirty.add(run)
      over(run, 'stopped')
      schedule()
    },
    flush,
    dispose() {
      cancelFrame?.()
      cancelFrame = null
    },
  }
}
