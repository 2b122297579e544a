import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { withSpecialColumns } from '../../promptfoo/special-columns.ts'
import { objectLines } from './object-lines.ts'

/** One JSON object a line. */
export const readJsonl: FormatReader = (input) => {
  const records = objectLines(input, true)
  const table = records === null ? null : recordTable(records, input.problems)
  return table === null ? null : withSpecialColumns(table, input.problems)
}
