import { type JsonObject, isObject, member } from '../../data/json-object.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { readOrTell } from '../../own-documents/document-fault.ts'
import { isNewer } from '../../own-documents/is-newer.ts'
import { readMessages } from '../../own-documents/read-message.ts'
import { readPrompt } from '../../own-documents/read-prompt.ts'
import { readSettings } from '../../own-documents/read-settings.ts'
import { listAt, objectAt, oneOf, textsAt } from '../../own-documents/read-members.ts'
import { EMPTY_SNAPSHOT } from '../../../state/snapshot.ts'
import { bareRecord } from '../../data/json-object.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'

const MODES = ['completion', 'chat'] as const

/** What a later page may have added in the same version is named, not lost in silence. */
function tellUnknown(value: unknown, known: readonly string[], path: string, problems: ProblemList): void {
  if (!isObject(value)) return
  for (const name of Object.keys(value)) if (!known.includes(name)) problems.add('warning', 'not-carried', { what: `${path}${name}` })
}

const variableColumns = (columns: readonly RecognisedColumn[]): readonly RecognisedColumn[] =>
  columns.map(({ name }) => ({ name, role: { kind: 'variable', name } }))

/** Prompt and cases as a playground of ours gave them out. */
export const readSnapshot: FormatReader = ({ document, problems }) => {
  const read = (value: JsonObject) => {
    if (isNewer(value, EMPTY_SNAPSHOT.v, problems)) return null
    const prompt = objectAt(member(value, 'prompt'), 'prompt')
    const rows = listAt(value, 'rows', '').map((row, index) => ({ row: objectAt(row, `rows[${index}]`), path: `rows[${index}]` }))
    const records = rows.map(({ row, path }) => ({
      line: null,
      value: bareRecord(textsAt(row, 'data', path)),
      ...(member(row, 'history') === undefined ? {} : { history: readMessages(row, 'history', path) }),
    }))
    tellUnknown(value, ['v', 'mode', 'prompt', 'rows'], '', problems)
    tellUnknown(prompt, ['messages', 'llmConfig', 'templateFormat'], 'prompt.', problems)
    for (const { row, path } of rows) tellUnknown(row, ['data', 'history'], `${path}.`, problems)
    const table = recordTable(records, problems)
    const settings = readSettings(member(prompt, 'llmConfig'), 'prompt.llmConfig')
    const variant = { prompt: readPrompt(prompt, oneOf(value, 'mode', MODES, ''), 'prompt'), settings }
    return table === null ? null : { rows: table.rows, columns: variableColumns(table.columns), variants: [variant] }
  }
  return readOrTell(problems, () => read(objectAt(document?.kind === 'value' ? document.value : null, '')))
}
