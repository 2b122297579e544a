import type { Recognised, RecognisedRow, Refused } from '../import/recognition.ts'

/** How many rows are shown before anything is placed, and how much of each cell: one may hold a whole book, and nobody reads it there. */
const FIRST_ROWS = 3
const FIRST_CHARACTERS = 200

/**
 * What a file holds, for those who only have to show and place it: the rows themselves stay where they were read.
 *
 * *Shape*: `firstRows` have the beginnings of their cells. `largestRow` is the one that most would be sent for, `number` its place from 1;
 * null where there is none. *Units*: bytes, about as many as are sent.
 */
export interface ImportPreview extends Omit<Recognised, 'rows'> {
  readonly rowCount: number
  readonly firstRows: readonly Pick<RecognisedRow, 'line' | 'cells'>[]
  readonly largestRow: { readonly number: number; readonly bytes: number } | null
}

/** What became of a source. */
export type ReadOutcome = ImportPreview | Refused

export function previewOf({ rows, ...rest }: Recognised): ImportPreview {
  const firstRows = rows
    .slice(0, FIRST_ROWS)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, FIRST_CHARACTERS)) }))
  return { ...rest, rowCount: rows.length, firstRows, largestRow: largestOf(rows) }
}

const bytesOf = ({ cells, history = [] }: RecognisedRow): number =>
  cells.reduce((sum, cell) => sum + cell.length, 0) + (history.length === 0 ? 0 : JSON.stringify(history).length)

function largestOf(rows: readonly RecognisedRow[]): ImportPreview['largestRow'] {
  let largest: ImportPreview['largestRow'] = null
  for (const [index, row] of rows.entries()) {
    const bytes = bytesOf(row)
    if (largest === null || bytes > largest.bytes) largest = { number: index + 1, bytes }
  }
  return largest
}
