import { settingOf } from '../../../state/column-setting.ts'
import type { PlaygroundSnapshot } from '../../../state/snapshot.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader, Reading } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'
import { readSnapshotDocument } from '../../own-documents/read-snapshot.ts'

const EXPECTED: RecognisedColumn = { name: 'expected', role: { kind: 'expected', typed: false } }

/** What is expected has a column of its own, behind the variables; none where no row expects anything. */
function tableOf({ rows, columns: settings = [] }: PlaygroundSnapshot, problems: ProblemList) {
  const table = recordTable(
    rows.map(({ data, expected: _own, ...rest }) => ({ line: null, value: data, ...rest })),
    problems,
  )
  if (table === null) return null
  const columns = table.columns.map(({ name }): RecognisedColumn => {
    const { name: _own, ...setting } = settingOf(settings, name)
    return { name, role: { kind: 'variable', name }, setting }
  })
  if (rows.every(({ expected = '' }) => expected === '')) return { columns, rows: table.rows }
  const expected = rows.map((row) => row.expected)
  return {
    columns: [...columns, EXPECTED],
    rows: table.rows.map((row, index) => Object.assign({}, row, { cells: [...row.cells, expected[index] ?? ''] })),
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
