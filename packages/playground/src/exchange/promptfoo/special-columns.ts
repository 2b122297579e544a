import { headOfVariable, isOwnHead, isResultHead, variableOfHead } from '../data/column-names.ts'
import type { ReadTable } from '../data/table-reading.ts'
import type { ProblemList } from '../import/problem-list.ts'
import type { ColumnRole, RecognisedRow } from '../import/recognition.ts'
import { tellUnknownCheck } from './tell-unknown-check.ts'
import { thresholdFor } from './threshold-for.ts'
import { readTypedCheck } from './typed-check.ts'

/** What a head means by itself: a marked variable, or one of the columns that promptfoo reads in its own way. */
function roleOfHead(head: string): ColumnRole | null {
  const variable = variableOfHead(head)
  if (variable !== null) return { kind: 'variable', name: variable }
  if (/^__expected\d*$/.test(head)) return { kind: 'expected', typed: true }
  if (head === '__description') return { kind: 'metadata', key: 'description' }
  const key = /^__metadata:(.+?)(\[\])?$/.exec(head)?.[1]
  if (key !== undefined) return { kind: 'metadata', key }
  const column = /^__config:(__expected\d*):threshold$/.exec(head)?.[1]
  if (column !== undefined) return { kind: 'check-option', option: 'threshold', column }
  return /^__(metric|threshold|prefix|suffix|providerOutput|config:.*)$/.test(head) ? { kind: 'ignore' } : null
}

function roleOfResultHead(head: string, names: readonly string[]): ColumnRole | null {
  if (head === 'expected') return { kind: 'expected', typed: false }
  return isOwnHead(names, head) ? { kind: 'ignore' } : null
}

/** Where a variable is marked because it is called `expected`, the unmarked column is what is expected. */
const roleBesideMark = (head: string, names: readonly string[]): ColumnRole | null =>
  head === 'expected' && names.includes(headOfVariable(head)) ? { kind: 'expected', typed: false } : null

/** One row a case: a results table repeats the inputs for each variant. */
function oncePerCase(rows: readonly RecognisedRow[], column: number): readonly RecognisedRow[] {
  const seen = new Set<string>()
  return rows.filter(({ cells }) => {
    const held = cells[column] ?? ''
    const isNew = held === '' || !seen.has(held)
    seen.add(held)
    return isNew
  })
}

/** What typed cells ask for that is not carried out, by row. */
function tellUnknownChecks({ columns, rows }: ReadTable, problems: ProblemList): void {
  const roles = columns.map(({ role }) => role)
  const typed = columns.flatMap(({ name, role }, index) => (role?.kind === 'expected' && role.typed ? [{ name, index }] : []))
  for (const { line, cells } of rows)
    for (const { name, index } of typed) {
      const text = cells[index] ?? ''
      if (text !== '') tellUnknownCheck(readTypedCheck(text, thresholdFor(name, roles, cells)), line, problems)
    }
}

/** The table with the roles that its heads have by themselves; what no role can carry is told. */
export function withSpecialColumns({ columns, rows }: ReadTable, problems: ProblemList): ReadTable {
  const names = columns.map(({ name }) => name)
  const isResults = isResultHead(names)
  const kept = isResults ? oncePerCase(rows, names.indexOf('case')) : rows
  if (kept.length < rows.length) problems.add('notice', 'repeated-results', { count: rows.length - kept.length })
  const table: ReadTable = {
    rows: kept,
    columns: columns.map((column) => {
      const role =
        roleOfHead(column.name) ?? roleBesideMark(column.name, names) ?? (isResults ? roleOfResultHead(column.name, names) : null)
      if (role?.kind === 'ignore' && column.name.startsWith('__')) problems.add('warning', 'not-carried', { what: column.name })
      return role === null ? column : { ...column, role }
    }),
  }
  tellUnknownChecks(table, problems)
  return table
}
