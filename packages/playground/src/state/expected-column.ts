import { withExpected } from './row-parts.ts'
import { type RowValues, withValue } from './row-values.ts'
import type { LoadableRow } from './row.ts'

/** The column of what is expected, by a name that no variable can have. */
export const EXPECTED = '#expected'

/** The cells of a row: its values, and what is expected of it. */
export const cellsOf = ({ data, expected = '' }: LoadableRow): RowValues => withValue(data, EXPECTED, expected)

/** The text of one cell; empty where there is none. */
export function cellText({ data, expected = '' }: LoadableRow, column: string): string {
  if (column === EXPECTED) return expected
  return Object.hasOwn(data, column) ? (data[column] ?? '') : ''
}

/** The row itself where its cells are these already. */
export function withCells(row: LoadableRow, cells: RowValues): LoadableRow {
  const data = withValue(cells, EXPECTED, '')
  const isSame =
    Object.keys(data).length === Object.keys(row.data).length && Object.entries(data).every(([name, value]) => row.data[name] === value)
  return withExpected(isSame ? row : { ...row, data }, cells[EXPECTED] ?? '')
}
