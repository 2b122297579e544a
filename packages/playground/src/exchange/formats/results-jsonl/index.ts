import type { Message } from '@vitrine/contracts'
import { cellText } from '../../data/cell-text.ts'
import { type JsonObject, isObject, member } from '../../data/json-object.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import { withCell } from '../../data/with-cell.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { RecognisedColumn } from '../../import/recognition.ts'
import { DocumentFault } from '../../own-documents/document-fault.ts'
import { readMessages } from '../../own-documents/read-message.ts'
import { objectLines } from '../jsonl/object-lines.ts'

/** The conversation that a case had before its answer. One that is not ours is left out, and told. */
function historyOf(value: JsonObject, line: number | null, problems: ProblemList): readonly Message[] {
  if (member(value, 'history') === undefined) return []
  try {
    return readMessages({ history: plainNumbers(value['history']) }, 'history', '')
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    problems.add('warning', 'not-carried', { what: 'history' }, line)
    return []
  }
}

/** Results as we export them: the inputs and the expected text become cases again, once for each case. */
export const readResults: FormatReader = (input) => {
  const lines = objectLines(input, true)
  if (lines === null) return null
  const seen = new Set<string>()
  const firsts = lines.filter(({ value }) => {
    const name = cellText(member(value, 'case'))
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
  if (firsts.length < lines.length) input.problems.add('notice', 'repeated-results', { count: lines.length - firsts.length })
  const records = firsts.map(({ line, value }) => {
    const inputs = member(value, 'inputs')
    const history = historyOf(value, line, input.problems)
    return { line, value: isObject(inputs) ? inputs : {}, ...(history.length > 0 ? { history } : {}) }
  })
  const table = recordTable(records, input.problems)
  if (table === null) return null
  const expected: RecognisedColumn = { name: 'expected', role: { kind: 'expected', typed: false } }
  const columns = table.columns.map(({ name }): RecognisedColumn => ({ name, role: { kind: 'variable', name } }))
  if (firsts.every(({ value }) => typeof member(value, 'expected') !== 'string')) return { columns, rows: table.rows }
  const rows = table.rows.map((row, index) => withCell(row, cellText(member(firsts[index]?.value ?? {}, 'expected'))))
  return { columns: [...columns, expected], rows }
}
