import { type JsonObject, bareRecord, isObject, member } from '../../data/json-object.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'
import { readOrTell } from '../../own-documents/document-fault.ts'
import { isNewer } from '../../own-documents/is-newer.ts'
import { readChecks } from '../../own-documents/read-check.ts'
import { readMessages } from '../../own-documents/read-message.ts'
import { readPrompt } from '../../own-documents/read-prompt.ts'
import { readSettings } from '../../own-documents/read-settings.ts'
import { listAt, objectAt, oneOf, textAt, textsAt } from '../../own-documents/read-members.ts'
import { EMPTY_SNAPSHOT } from '../../../state/snapshot.ts'

const MODES = ['completion', 'chat'] as const

/** What a later page may have added in the same version is named, not lost in silence. */
function tellUnknown(value: unknown, known: readonly string[], path: string, problems: ProblemList): void {
  if (!isObject(value)) return
  for (const name of Object.keys(value)) if (!known.includes(name)) problems.add('warning', 'not-carried', { what: `${path}${name}` })
}

function readRow(given: unknown, index: number, problems: ProblemList) {
  const path = `rows[${index}]`
  const row = objectAt(given, path)
  const has = (name: string) => member(row, name) !== undefined
  tellUnknown(row, ['data', 'history', 'expected', 'checks', 'metadata'], `${path}.`, problems)
  const record = {
    line: null,
    value: bareRecord(textsAt(row, 'data', path)),
    ...(has('history') ? { history: readMessages(row, 'history', path) } : {}),
    ...(has('checks') ? { checks: readChecks(row, 'checks', path) } : {}),
    ...(has('metadata') ? { metadata: bareRecord(textsAt(row, 'metadata', path)) } : {}),
  }
  return { record, expected: has('expected') ? textAt(row, 'expected', path) : '' }
}

const variableColumns = (columns: readonly RecognisedColumn[]): readonly RecognisedColumn[] =>
  columns.map(({ name }) => ({ name, role: { kind: 'variable', name } }))

const EXPECTED: RecognisedColumn = { name: 'expected', role: { kind: 'expected', typed: false } }

/** What is expected has a column of its own, behind the variables; none where no row expects anything. */
function tableOf(rows: readonly ReturnType<typeof readRow>[], problems: ProblemList) {
  const table = recordTable(
    rows.map(({ record }) => record),
    problems,
  )
  if (table === null) return null
  const columns = variableColumns(table.columns)
  if (rows.every(({ expected }) => expected === '')) return { columns, rows: table.rows }
  const expected = rows.map((row) => row.expected)
  return {
    columns: [...columns, EXPECTED],
    rows: table.rows.map((row, index) => Object.assign({}, row, { cells: [...row.cells, expected[index] ?? ''] })),
  }
}

/** Prompt and cases as a playground of ours gave them out. */
export const readSnapshot: FormatReader = ({ document, problems }) => {
  const read = (value: JsonObject) => {
    if (isNewer(value, EMPTY_SNAPSHOT.v, problems)) return null
    const prompt = objectAt(member(value, 'prompt'), 'prompt')
    tellUnknown(value, ['v', 'mode', 'prompt', 'checks', 'rows'], '', problems)
    tellUnknown(prompt, ['messages', 'llmConfig', 'templateFormat'], 'prompt.', problems)
    const table = tableOf(
      listAt(value, 'rows', '').map((row, index) => readRow(row, index, problems)),
      problems,
    )
    const checks = member(value, 'checks') === undefined ? [] : readChecks(value, 'checks', '')
    const settings = readSettings(member(prompt, 'llmConfig'), 'prompt.llmConfig')
    const variant = { prompt: readPrompt(prompt, oneOf(value, 'mode', MODES, ''), 'prompt'), settings }
    return table === null ? null : { ...table, variants: [variant], checks }
  }
  return readOrTell(problems, () => read(objectAt(document?.kind === 'value' ? document.value : null, '')))
}
