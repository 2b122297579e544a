import { MAX_COLUMNS } from '../import/limits.ts'
import type { ProblemList } from '../import/problem-list.ts'
import type { RecognisedRow } from '../import/recognition.ts'
import { cellText } from './cell-text.ts'
import { type JsonObject, member } from './json-object.ts'
import type { ReadTable } from './table-reading.ts'

export interface RecordLine extends Omit<RecognisedRow, 'cells'> {
  readonly value: JsonObject
}

function columnNames(records: readonly RecordLine[]): readonly string[] {
  const names = new Set<string>()
  for (const { value } of records) for (const name of Object.keys(value)) names.add(name)
  return [...names]
}

/** A table of objects: each name is a column, in the order of first use. Null where it cannot be one; the problems say why. */
export function recordTable(records: readonly RecordLine[], problems: ProblemList): ReadTable | null {
  const names = columnNames(records)
  if (names.length > MAX_COLUMNS) {
    problems.add('error', 'too-many-columns', { columns: names.length, limit: MAX_COLUMNS })
    return null
  }
  const rows: RecognisedRow[] = []
  for (const { value, ...rest } of records) {
    try {
      rows.push({ ...rest, cells: names.map((name) => cellText(member(value, name))) })
    } catch {
      problems.add('warning', 'too-deep', {}, rest.line)
    }
  }
  return { columns: names.map((name) => ({ name })), rows }
}
