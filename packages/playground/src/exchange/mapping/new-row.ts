import type { Message } from '@vitrine/contracts'
import type { Check } from '../../checks/check.ts'
import type { KeptConversation } from '../../state/kept-conversation.ts'
import { type RowValues, rowValues } from '../../state/row-values.ts'
import { bareRecord } from '../data/json-object.ts'
import type { ColumnRole, RecognisedColumn, RecognisedRow } from '../import/recognition.ts'
import { thresholdFor } from '../promptfoo/threshold-for.ts'
import { readTypedCheck } from '../promptfoo/typed-check.ts'

/** A row that an import makes. *Shape*: `checks` hold for this row beside those of all rows. `metadata` has no prototype. */
export interface NewRow {
  readonly data: RowValues
  readonly history: readonly Message[]
  /** Its places are those in the file. */
  readonly conversation?: KeptConversation
  readonly expected?: string
  readonly checks?: readonly Check[]
  readonly metadata?: Readonly<Record<string, string>>
  readonly isDisabled?: true
}

/** A typed text that wants equality is the expected value, and the check compares with that. */
function expectations(row: RecognisedRow, roles: readonly ColumnRole[], columns: readonly RecognisedColumn[]) {
  const checks: Check[] = []
  let expected: string | undefined
  for (const [index, role] of roles.entries()) {
    const text = row.cells[index] ?? ''
    if (role.kind !== 'expected' || text === '') continue
    if (!role.typed) {
      if (expected === undefined) expected = text
      else checks.push({ type: 'equals', value: text })
      continue
    }
    const check = readTypedCheck(text, thresholdFor(columns[index]?.name ?? '', roles, row.cells))
    if (check.type !== 'equals' || expected !== undefined) checks.push(check)
    else {
      expected = check.value
      checks.push({ type: 'equals' })
    }
  }
  return { expected: expected ?? row.expected, checks: [...checks, ...(row.checks ?? [])] }
}

export function newRow(row: RecognisedRow, roles: readonly ColumnRole[], columns: readonly RecognisedColumn[]): NewRow {
  const { expected, checks } = expectations(row, roles, columns)
  const cell = (index: number) => row.cells[index] ?? ''
  const metadata = [
    ...Object.entries(row.metadata ?? {}),
    ...roles.flatMap((role, index) => (role.kind === 'metadata' && cell(index) !== '' ? [[role.key, cell(index)] as const] : [])),
  ]
  return {
    data: rowValues(roles.flatMap((role, index) => (role.kind === 'variable' ? [[role.name, cell(index)] as const] : []))),
    history: row.history ?? [],
    ...(row.conversation && { conversation: row.conversation }),
    ...(expected === undefined ? {} : { expected }),
    ...(checks.length > 0 ? { checks } : {}),
    ...(metadata.length > 0 ? { metadata: bareRecord(metadata) } : {}),
    ...(row.isDisabled && { isDisabled: true }),
  }
}
