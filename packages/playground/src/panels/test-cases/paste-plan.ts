import { EXPECTED } from '../../state/expected-column.ts'
import { headerOf } from '../../state/pasted-rows.ts'

type Table = readonly (readonly string[])[]

/** What a paste will do. */
export type PastePlan =
  /** Fills columns of the prompt; `leftOut` columns of the table lie beyond the last one. `cases` is without a line of names. */
  | { readonly kind: 'fill'; readonly cases: number; readonly leftOut: number }
  /** The prompt has no variable: the values are kept in columns of these names, for the prompt to read. */
  | { readonly kind: 'keep'; readonly names: readonly string[] }

export interface PasteTarget {
  readonly visible: readonly string[]
  readonly hidden: readonly string[]
  /** Whether what is expected is the last column. */
  readonly hasExpected?: boolean
  /** The column pasted into; null where the table becomes cases of its own. */
  readonly column: string | null
  readonly isOwnCases: boolean
}

export function pastePlan(table: Table, { visible, hidden, hasExpected = false, column, isOwnCases }: PasteTarget): PastePlan {
  const width = Math.max(0, ...table.map((row) => row.length))
  const places = hasExpected ? [...visible, EXPECTED] : visible
  if (visible.length === 0 && column !== EXPECTED)
    return { kind: 'keep', names: Array.from({ length: width }, (_, at) => `column_${at + 1}`) }
  if (isOwnCases && headerOf(table, visible, hidden) !== null) return { kind: 'fill', cases: table.length - 1, leftOut: 0 }
  const from = column === null ? 0 : Math.max(0, places.indexOf(column))
  return { kind: 'fill', cases: table.length, leftOut: Math.max(0, width - (places.length - from)) }
}

/** The rows of a table as values of named columns. */
export const namedRows = (table: Table, names: readonly string[]): readonly { readonly data: Readonly<Record<string, string>> }[] =>
  table.map((cells) => ({ data: Object.fromEntries(names.flatMap((name, at) => (cells[at] ? [[name, cells[at]]] : []))) }))
