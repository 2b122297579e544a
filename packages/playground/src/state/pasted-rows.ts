import { type RowValues, rowValues, withValue } from './row-values.ts'

type Table = readonly (readonly string[])[]

/** What a paste fills, by place: the rows it finds from the target on, then rows to be added. */
export interface PastedRows {
  readonly filled: readonly RowValues[]
  readonly added: readonly RowValues[]
}

interface Target {
  /** The values of the rows from the one that was pasted into to the last; empty where the table becomes rows of its own. */
  readonly rows: readonly RowValues[]
  /** The columns from the one that was pasted into to the last. */
  readonly columns: readonly string[]
}

/** A cell of the table replaces what was there, an empty one clears it. What lies beyond the last column has no place and is left out. */
export function pastedRows(table: Table, { rows, columns }: Target): PastedRows {
  const filled = rows
    .slice(0, table.length)
    .map((values, row) =>
      columns
        .slice(0, table[row]?.length ?? 0)
        .reduce((result: RowValues, name, column) => withValue(result, name, table[row]?.[column] ?? ''), values),
    )
  const added = table.slice(rows.length).map((cells) => rowValues(columns.map((name, column) => [name, cells[column] ?? ''])))
  return { filled, added }
}

/**
 * The columns that the first line of a table names, where it is a line of names: it has all columns of the prompt, or nothing but
 * names of known columns. Null where it is a line of values.
 */
export function headerOf(table: Table, visible: readonly string[], hidden: readonly string[]): readonly string[] | null {
  const cells = table[0]?.map((cell) => cell.trim()) ?? []
  const names = new Set(cells.filter((cell) => cell !== ''))
  if (names.size === 0 || names.size !== cells.length || visible.length === 0) return null
  const known = new Set([...visible, ...hidden])
  return visible.every((name) => names.has(name)) || cells.every((name) => known.has(name)) ? cells : null
}
