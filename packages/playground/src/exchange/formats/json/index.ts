import { type JsonObject, isList, isObject } from '../../data/json-object.ts'
import { type RecordLine, recordTable } from '../../data/record-table.ts'
import { readTable } from '../../data/table-reading.ts'
import { cellText } from '../../data/cell-text.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { MAX_READ_ROWS } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { withSpecialColumns } from '../../promptfoo/special-columns.ts'

/** A list, or an object that wraps one: `{"data": […]}`. An object by itself is one row. */
function listOf(value: unknown): readonly unknown[] {
  if (isList(value)) return value
  if (!isObject(value)) return [value]
  const lists = Object.values(value).filter((held) => isList(held) && held.some(isObject))
  const [only] = lists
  return lists.length === 1 && isList(only) ? only : [value]
}

function tableOfLists(items: readonly (readonly unknown[])[], hasHeader: boolean, problems: ProblemList) {
  const lines = items.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
  const table = readTable(lines, hasHeader, problems)
  return table === null ? null : { columns: table.columns, rows: table.rows.map(({ cells }) => ({ line: null, cells })) }
}

const asRecord = (item: unknown): JsonObject => (isObject(item) ? item : { value: item })

/** A JSON document: a list of objects, of lists (a table) or of values. */
export const readJson: FormatReader = ({ document, options, problems }) => {
  const items = listOf(document?.kind === 'value' ? document.exact() : null)
  if (items.length > MAX_READ_ROWS) {
    problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
    return null
  }
  const hasHeader = options.header ?? true
  if (items.length > 0 && items.every(isList)) {
    const table = tableOfLists(items, hasHeader, problems)
    return table === null ? null : { ...withSpecialColumns(table, problems), hasHeader }
  }
  const records: readonly RecordLine[] = items.map((item) => ({ line: null, value: asRecord(item) }))
  const table = recordTable(records, problems)
  return table === null ? null : { ...withSpecialColumns(table, problems), hasHeader: true }
}
