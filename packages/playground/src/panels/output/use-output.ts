import { useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { Cell, CellState } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'

export interface ShownOutput {
  /** Where it stands. */
  readonly at: OutputRef
  /** How many answers there are. */
  readonly repetitions: number
  /** The one that is looked at. */
  readonly cell: Cell
  readonly state: CellState
  readonly missing: readonly string[]
  readonly changes: readonly string[]
}

/** What an output shows, and why. */
export function useOutput({ rowId, variantId }: OutputRef): ShownOutput {
  const { execution, rows } = usePlayground().state
  const at = useMemo(() => ({ rowId, variantId }), [rowId, variantId])
  return {
    at,
    repetitions: useAtomValue(execution.cellsAtom(at)).length,
    cell: useAtomValue(execution.cellAtom(at)),
    state: useAtomValue(execution.cellStateAtom(at)),
    missing: useAtomValue(rows.missingAtom(rowId, variantId)),
    changes: useAtomValue(execution.changesAtom(at)),
  }
}
