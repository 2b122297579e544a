import type { RecognisedRow } from '../import/recognition.ts'

/** The row with one cell more, for a column that stands behind the others. */
export const withCell = (row: RecognisedRow, text: string): RecognisedRow => ({ ...row, cells: [...row.cells, text] })
