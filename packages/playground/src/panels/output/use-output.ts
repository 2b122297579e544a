import { useAtomValue } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import type { Cell, CellState } from '../../state/cell.ts'

export interface ShownOutput {
  readonly cell: Cell
  readonly state: CellState
  readonly missing: readonly string[]
  readonly changes: readonly string[]
}

/** What the output of a row shows, and why. */
export function useOutput(rowId: string): ShownOutput {
  const { execution, rows } = usePlayground().state
  return {
    cell: useAtomValue(execution.cellAtom(rowId)),
    state: useAtomValue(execution.cellStateAtom(rowId)),
    missing: useAtomValue(rows.missingAtom(rowId)),
    changes: useAtomValue(execution.changesAtom(rowId)),
  }
}
