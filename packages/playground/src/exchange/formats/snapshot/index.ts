import { settingOf } from '../../../state/column-setting.ts'
import type { PlaygroundSnapshot } from '../../../state/snapshot.ts'
import { recordTable } from '../../data/record-table.ts'
import { MAX_COLUMNS } from '../../import/limits.ts'
import type { FormatReader, Reading } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'
import { readSnapshotDocument } from '../../own-documents/read-snapshot.ts'

const EXPECTED: RecognisedColumn = { name: 'expected', role: { kind: 'expected', typed: false } }

/** What is expected has a column of its own, behind the variables; none where no row expects anything. What only is said of has no cells yet. */
function tableOf({ rows, columns: settings = [] }: PlaygroundSnapshot, problems: ProblemList) {
  const table = recordTable(
    rows.map(({ data, expected: _own, ...rest }) => ({ line: null, value: data, ...rest })),
    problems,
  )
  if (table === null) return null
  const names = new Set([...table.columns, ...settings].slice(0, Math.max(MAX_COLUMNS, table.columns.length)).map(({ name }) => name))
  const columns = [...names].map((name): RecognisedColumn => {
    const { name: _own, ...setting } = settingOf(settings, name)
    return { name, role: { kind: 'variable', name }, setting }
  })
  const blank = columns.slice(table.columns.length).map(() => '')
  const hasExpected = rows.some(({ expected = '' }) => expected !== '')
  if (!hasExpected && blank.length === 0) return { columns, rows: table.rows }
  return {
    columns: hasExpected ? [...columns, EXPECTED] : columns,
    rows: table.rows.map((row, index) =>
      Object.assign({}, row, { cells: [...row.cells, ...blank, ...(hasExpected ? [rows[index]?.expected ?? ''] : [])] }),
    ),
  }
}

/** Prompt and cases of a snapshot, as an import places them. */
export function snapshotReading(given: unknown, problems: ProblemList): Reading | null {
  const snapshot = readSnapshotDocument(given, problems)
  const table = snapshot === null ? null : tableOf(snapshot, problems)
  if (snapshot === null || table === null) return null
  const { mode, checks = [] } = snapshot
  const { templateFormat } = snapshot.prompt
  const variants = [snapshot.prompt, ...(snapshot.variants ?? [])].map(({ messages, llmConfig }) => ({
    prompt: { mode, messages, templateFormat },
    settings: llmConfig,
  }))
  return { ...table, variants, checks }
}

/** Prompt and cases as a playground of ours gave them out. */
export const readSnapshot: FormatReader = ({ document, problems }) =>
  snapshotReading(document?.kind === 'value' ? document.value : null, problems)
