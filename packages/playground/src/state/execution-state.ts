import type { Atom, PrimitiveAtom } from 'jotai'
import type { Cell, CellState } from './cell.ts'
import type { CellRef, OutputRef } from './output-ref.ts'

export interface RunProgress {
  readonly runId: string
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly stopped: number
  readonly retrying: number
  readonly running: number
  readonly queued: number
  readonly startedAtMs: number
  readonly endedAtMs: number | null
  /** USD; the sum of what is known, null where rows are over and of none it is known. */
  readonly costUsd: number | null
  /** Rows that are over and of which nobody said what they cost. */
  readonly unknownCosts: number
}

/** How runs go. */
export interface RunPolicy {
  /** Calls at a time, from 1. */
  readonly concurrencyAtom: PrimitiveAtom<number>
  /** Answers for each row and variant, from 1 to 30. */
  readonly repetitionsAtom: PrimitiveAtom<number>
  /** USD that one run may cost; null is no limit. */
  readonly budgetUsdAtom: PrimitiveAtom<number | null>
  readonly stopsOnErrorAtom: PrimitiveAtom<boolean>
}

/** Why a run stands still or ended before its end. */
export interface RunHalt {
  /** `unpriced`: there is a budget, and nobody knows what a call costs. */
  readonly kind: 'paused' | 'budget' | 'unpriced' | 'error'
}

/** What names an output; a row's id alone names the one under the first variant. */
export type OutputPlace = OutputRef | string

export interface ExecutionState extends RunPolicy {
  /** The answer that is looked at, as it was produced. */
  cellAtom(place: OutputPlace): Atom<Cell>
  /** All repetitions; at least one. */
  cellsAtom(place: OutputPlace): Atom<readonly Cell[]>
  /** Which repetition is looked at, from 0. */
  shownAtom(place: OutputPlace): PrimitiveAtom<number>
  /** What was there before the last run; null where nothing was. */
  previousAtom(place: OutputPlace): Atom<Cell | null>
  /** What the cell shows: `stale` where what produced it has changed, `blocked` where a value is missing and nothing ran. */
  cellStateAtom(place: OutputPlace): Atom<CellState>
  /** What changed since the cell was produced: `prompt`, `settings` and the names of inputs; empty where nothing did. */
  changesAtom(place: OutputPlace): Atom<readonly string[]>
  readonly progressAtom: Atom<RunProgress | null>
  readonly isRunningAtom: Atom<boolean>
  /** Whether rows wait because there is no network; they go on by themselves. */
  readonly isOfflineAtom: PrimitiveAtom<boolean>
  /** Why the last run stands still or was ended before its end; null where neither is so. */
  readonly haltAtom: PrimitiveAtom<RunHalt | null>
  /** Outputs by what Run would do. */
  readonly targetsAtom: Atom<RunTargets>
  /** Where each output stands, in row order and by variant. Changes when some output's outcome does. */
  readonly standingsAtom: Atom<readonly Standing[]>
  /** The cell that is looked at, without subscribing to it. */
  cellOf(place: OutputPlace): Cell
  cellsOf(place: OutputPlace): readonly Cell[]
  /** What each of them shows, in the same order. */
  cellStatesOf(place: OutputPlace): readonly CellState[]
  /** Replaces the first repetition. */
  setCell(place: OutputPlace, next: (cell: Cell) => Cell): void
  /** Makes room for so many answers; what was looked at before is the previous one. */
  begin(places: readonly OutputRef[], repetitions: number): void
  /**
   * Replaces many cells, and the progress where it is given, as one change. Rows that are gone are passed over. Where it is not
   * `isCounted`, what is worked out of all outputs (standings, targets) is told with the next call that is.
   */
  setCells(cells: Iterable<readonly [ref: CellRef, cell: Cell]>, progress?: RunProgress | null, isCounted?: boolean): void
  setProgress(next: (progress: RunProgress | null) => RunProgress | null): void
  /** Whether somebody subscribes to an answer of that output (`outputKey`): only such cells need to be told their place in the queue. */
  isWatched(place: string): boolean
}

/** Outputs in row order, by variant. One that cannot run (a value is missing, the prompt is empty, a template is broken) is in none. */
export interface RunTargets {
  readonly runnable: readonly OutputRef[]
  readonly failed: readonly OutputRef[]
  readonly stale: readonly OutputRef[]
  /** Without a result: never run, or stopped. */
  readonly missing: readonly OutputRef[]
}

/** Where an output stands: whether it can run, and the state that it shows; of several repetitions the one that needs most. */
export interface Standing extends OutputRef {
  readonly canRun: boolean
  readonly state: CellState
}
