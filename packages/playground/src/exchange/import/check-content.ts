import type { Message } from '@vitrine/contracts'
import { MAX_CELL_LENGTH, MAX_MESSAGES, MAX_NAME_LENGTH, MAX_VARIANTS } from './limits.ts'
import type { ProblemList } from './problem-list.ts'
import type { ImportedVariant, RecognisedColumn, RecognisedRow } from './recognition.ts'

export interface ReadContent {
  readonly columns: readonly RecognisedColumn[]
  readonly rows: readonly RecognisedRow[]
  readonly variants: readonly ImportedVariant[]
}

const textsOf = ({ content }: Message): readonly string[] =>
  typeof content === 'string' ? [content] : (content ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : []))

function checkMessages(messages: readonly Message[], line: number | null, problems: ProblemList): void {
  if (messages.length > MAX_MESSAGES) problems.add('error', 'too-many-messages', { messages: messages.length, limit: MAX_MESSAGES }, line)
  for (const { length } of messages.flatMap(textsOf))
    if (length > MAX_CELL_LENGTH) problems.add('error', 'text-too-long', { length, limit: MAX_CELL_LENGTH }, line)
}

function checkCells({ line, cells }: RecognisedRow, columns: readonly RecognisedColumn[], problems: ProblemList): void {
  for (const [index, cell] of cells.entries()) {
    // An attachment is as long as it is; the file's own size is its limit.
    if (cell.length <= MAX_CELL_LENGTH || cell.startsWith('data:')) continue
    const values = { column: columns[index]?.name.slice(0, MAX_NAME_LENGTH) ?? '', length: cell.length, limit: MAX_CELL_LENGTH }
    problems.add('error', 'cell-too-long', values, line)
  }
  if (cells.some((cell) => !cell.isWellFormed())) problems.add('notice', 'lone-surrogate', {}, line)
  if (cells.some((cell) => cell.includes('\0'))) problems.add('notice', 'nul-character', {}, line)
}

/** Looks at all that was read: refuses what no page can hold or show, and tells of characters that not every place can take. */
export function checkContent({ columns, rows, variants }: ReadContent, problems: ProblemList): void {
  for (const { name } of columns)
    if (name.length > MAX_NAME_LENGTH)
      problems.add('error', 'name-too-long', { name: `${name.slice(0, 40)}…`, length: name.length, limit: MAX_NAME_LENGTH })
  if (variants.length > MAX_VARIANTS) problems.add('error', 'too-many-prompts', { limit: MAX_VARIANTS })
  for (const { prompt } of variants.slice(0, MAX_VARIANTS)) checkMessages(prompt?.messages ?? [], null, problems)
  for (const row of rows) {
    if (row.history !== undefined) checkMessages(row.history, row.line, problems)
    checkCells(row, columns, problems)
  }
}
