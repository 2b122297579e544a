import type { CellText } from '../../state/column-change.ts'

/**
 * A table laid over a range again and again, as spreadsheets do: one cell fills the whole range. Null where the range is smaller than
 * the table, or no multiple of it: then it is pasted once, from the range's first cell on.
 */
export function tiledCells(
  table: readonly (readonly string[])[],
  rowIds: readonly string[],
  columns: readonly string[],
): readonly CellText[] | null {
  const width = Math.max(0, ...table.map((row) => row.length))
  const fits = width > 0 && rowIds.length % table.length === 0 && columns.length % width === 0
  if (!fits || (rowIds.length === table.length && columns.length === width)) return null
  return rowIds.flatMap((rowId, row) =>
    columns.map((column, at): CellText => [rowId, column, table[row % table.length]?.[at % width] ?? '']),
  )
}
