import type { Recognised, RecognisedRow, Refused } from '../import/recognition.ts'

/** How many rows are shown before anything is placed, and how much of each cell: one may hold a whole book, and nobody reads it there. */
const FIRST_ROWS = 3
const FIRST_CHARACTERS = 200

/**
 * What a file holds, for those who only have to show and place it: the rows themselves stay where they were read.
 *
 * *Shape*: `firstRows` have the beginnings of their cells.
 */
export interface ImportPreview extends Omit<Recognised, 'rows'> {
  readonly rowCount: number
  readonly firstRows: readonly Pick<RecognisedRow, 'line' | 'cells'>[]
}

/** What became of a source. */
export type ReadOutcome = ImportPreview | Refused

export function previewOf({ rows, ...rest }: Recognised): ImportPreview {
  const firstRows = rows
    .slice(0, FIRST_ROWS)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, FIRST_CHARACTERS)) }))
  return { ...rest, rowCount: rows.length, firstRows }
}
