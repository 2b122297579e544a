import { loadFormat } from '@vitrine/templating'
import type { Message } from '@vitrine/contracts'
import type { Check } from '../../../checks/check.ts'
import { readChatMessage } from '../../conversation/read-chat-message.ts'
import { type ConversationRow, splitConversations } from '../../conversation/split-conversations.ts'
import { cellText } from '../../data/cell-text.ts'
import { isList, isObject, member } from '../../data/json-object.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import { withCell } from '../../data/with-cell.ts'
import { recordTable } from '../../data/record-table.ts'
import type { FormatReader, Reading } from '../../import/format-reader.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { RecognisedColumn, RecognisedRow } from '../../import/recognition.ts'
import { withoutRepetitions } from './without-repetitions.ts'
import { type ObjectLine, objectLines } from '../jsonl/object-lines.ts'

const SAMPLE = 'sample.output_text'

/** Lines of `{"item": {…}, "sample": {…}}`: each member of an item is a column, an answer that stands beside it is kept as metadata. */
function readItems(given: readonly ObjectLine[], problems: ProblemList): Reading | null {
  const items = withoutRepetitions(
    given.map(({ line, value }) => {
      const item = member(value, 'item')
      return { line, value: isObject(item) ? item : {}, whole: value }
    }),
  )
  if (items.length < given.length) problems.add('notice', 'repeated-results', { count: given.length - items.length })
  const records = items.map(({ line, value }) => ({ line, value }))
  const lines = items.map(({ line, whole }) => ({ line, value: whole }))
  const table = recordTable(records, problems)
  if (table === null) return null
  const answers = lines.map(({ value }) => {
    const sample = member(value, 'sample')
    return isObject(sample) ? cellText(member(sample, 'output_text')) : ''
  })
  if (answers.every((answer) => answer === '') || table.rows.length < lines.length) return table
  const column: RecognisedColumn = { name: SAMPLE, role: { kind: 'metadata', key: SAMPLE } }
  return {
    columns: [...table.columns, column],
    rows: table.rows.map((row, index) => withCell(row, answers[index] ?? '')),
  }
}

/** Several ideals are alternatives, which no check of ours says; the first one is the expected text. */
function alternatives(ideal: unknown): readonly Check[] {
  return isList(ideal) && ideal.length > 1
    ? [{ type: 'unknown', name: 'ideal', source: { type: 'ideal', value: plainNumbers(ideal) } }]
    : []
}

const withChecks = (row: RecognisedRow, checks: readonly Check[]): RecognisedRow => (checks.length > 0 ? { ...row, checks } : row)

function messagesOf(input: unknown, lost: Set<string>): readonly Message[] | null {
  if (typeof input === 'string') return [{ role: 'user', content: input }]
  const messages = (isList(input) ? input : []).map((message) => readChatMessage(message, (what) => lost.add(what)))
  return messages.length === 0 || messages.includes(null) ? null : messages.filter((message) => message !== null)
}

/** Lines of `{"input": [messages], "ideal": "…"}`, as the first evals had them. */
function readLegacy(lines: readonly ObjectLine[], problems: ProblemList): Reading {
  const lost = new Set<string>()
  const rows: ConversationRow[] = []
  const checks: (readonly Check[])[] = []
  for (const { line, value } of lines) {
    const messages = messagesOf(member(value, 'input'), lost)
    const ideal = member(value, 'ideal')
    if (messages === null) {
      problems.add('warning', 'not-an-object', {}, line)
      continue
    }
    rows.push({ line, messages, expected: cellText(isList(ideal) ? ideal[0] : ideal) })
    checks.push(alternatives(ideal))
    for (const name of Object.keys(value)) if (name !== 'input' && name !== 'ideal') lost.add(name)
  }
  if (checks.some((row) => row.length > 0)) problems.add('warning', 'check-unknown', { name: 'ideal' })
  for (const what of lost) problems.add('warning', 'not-carried', { what })
  const { prompt, columns, rows: cases } = splitConversations(rows)
  return { columns, rows: cases.map((row, index) => withChecks(row, checks[index] ?? [])), variants: [{ prompt }] }
}

/** Data of OpenAI's evals, of both generations. */
export const readEvals: FormatReader = async (input) => {
  const lines = objectLines(input, true)
  if (lines === null) return null
  await loadFormat('fstring')
  return lines.some(({ value }) => isObject(member(value, 'item'))) ? readItems(lines, input.problems) : readLegacy(lines, input.problems)
}
