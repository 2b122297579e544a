import type { Atom } from 'jotai'
import type { Check } from '../checks/check.ts'
import type { CheckResult } from '../checks/check-result.ts'
import type { Judgements } from '../checks/judge/judgements.ts'
import type { Cell } from './cell.ts'
import type { JudgingState } from './judging-state.ts'
import type { LoadableRow } from './row.ts'

/**
 * What a finished answer came to.
 *
 * *Shape*: `results` stand in the order of `checks`: first those of all rows (`common`), then the row's own. It holds for this very
 * `cell` and this very `row`, and for no later ones.
 */
export interface Verdict {
  readonly variantId: string
  readonly cell: Cell
  readonly row: LoadableRow
  readonly common: readonly Check[]
  readonly checks: readonly Check[]
  readonly results: readonly CheckResult[]
  /** What judges had said of the answer when it was evaluated. */
  readonly judgements: Judgements
}

/** What answers are held against, and what came of it. Changing it makes no result stale. */
export interface ChecksState {
  /** Those that hold for every row. */
  readonly commonAtom: Atom<readonly Check[]>
  /** Whether anything is checked in any row. */
  readonly isCheckingAtom: Atom<boolean>
  /** By cell (`cellKey`). Evaluated, off the path of typing, for as long as somebody looks. */
  readonly verdictsAtom: Atom<ReadonlyMap<string, Verdict>>
  /** The rows whose answer failed some check. */
  readonly unmetAtom: Atom<ReadonlySet<string>>
  /** Whether a judge may be asked anything, of any row. */
  readonly isJudgedAtom: Atom<boolean>
  readonly judging: JudgingState
  /** Whether there is a column for what is expected: some row expects something, or it was asked for. */
  readonly hasExpectedAtom: Atom<boolean>
  /** Asks for the column. */
  showExpected(): void
  /** As one step to undo; typing into one check is joined. */
  setCommon(checks: readonly Check[]): void
}
