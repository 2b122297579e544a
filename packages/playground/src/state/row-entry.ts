import { type PrimitiveAtom, atom } from 'jotai'
import { type Cell, EMPTY_CELL } from './cell.ts'
import type { LoadableRow } from './row.ts'

/**
 * One row with its two atoms. `row` and `cell` mirror the atoms, so that counting ten thousand rows reads fields and subscribes to
 * nothing. A deleted row's entry lives on only in the undo step that can bring it back, with the very atoms that views may still hold.
 */
export interface RowEntry {
  readonly id: string
  readonly rowAtom: PrimitiveAtom<LoadableRow | null>
  readonly cellAtom: PrimitiveAtom<Cell>
  row: LoadableRow
  cell: Cell
}

export const createRowEntry = (row: LoadableRow): RowEntry => ({
  id: row.id,
  rowAtom: atom<LoadableRow | null>(null),
  cellAtom: atom(EMPTY_CELL),
  row,
  cell: EMPTY_CELL,
})
