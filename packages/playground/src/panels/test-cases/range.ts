import type { CellCursor } from '../../state/view-state.ts'
import type { GridColumn } from './column-widths.ts'

/** A rectangle of cells, both ends included, by their places among what is shown. */
export interface CellRange {
  readonly rowFrom: number
  readonly rowTo: number
  readonly columnFrom: number
  readonly columnTo: number
}

/** The cells between two of them; null where there is no second one or one of them is not shown. */
export function rangeOf(
  anchor: CellCursor | null,
  cursor: CellCursor | null,
  ids: readonly string[],
  columns: readonly GridColumn[],
): CellRange | null {
  if (anchor === null || cursor === null) return null
  const rows = [ids.indexOf(anchor.rowId), ids.indexOf(cursor.rowId)]
  const places = [anchor, cursor].map(({ column }) => columns.findIndex(({ id }) => id === column))
  if ([...rows, ...places].includes(-1)) return null
  return { rowFrom: Math.min(...rows), rowTo: Math.max(...rows), columnFrom: Math.min(...places), columnTo: Math.max(...places) }
}
