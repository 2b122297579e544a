import { EMPTY_CELL, type Cell } from '../../state/cell.ts'
import { rowValues } from '../../state/row-values.ts'
import { EMPTY_SNAPSHOT } from '../../state/snapshot.ts'
import type { ExportResult, ExportRow, ExportSource, ExportVariant } from './export-source.ts'

/** A row with these values and whatever else is said of it. */
export const fakeRow = (id: string, data: Readonly<Record<string, string>>, rest: Partial<ExportRow> = {}): ExportRow => ({
  id,
  data: rowValues(Object.entries(data)),
  history: [],
  ...rest,
})

export const fakeVariant = (rest: Partial<ExportVariant> = {}): ExportVariant => ({
  id: 'a',
  name: 'A',
  messages: [{ role: 'user', content: 'Say {{text}}' }],
  templateFormat: 'curly',
  llmConfig: { model: 'openai/gpt-4o-mini' },
  ...rest,
})

/** What came of a row that was answered. */
export const fakeResult = (rowId: string, text: string, rest: Partial<Cell> = {}, variantId = 'a', repetition = 0): ExportResult => {
  const cell: Cell = { ...EMPTY_CELL, state: 'done', text, ...rest }
  return { rowId, variantId, repetition, state: cell.state, cell }
}

/** A playground with two cases and no results. */
export const fakeSource = (rest: Partial<ExportSource> = {}): ExportSource => ({
  name: 'My test',
  mode: 'completion',
  variants: [fakeVariant()],
  columns: ['text'],
  rows: [fakeRow('1', { text: 'hello' }), fakeRow('2', { text: 'bye' })],
  leftOut: 0,
  checks: [],
  results: [],
  snapshot: EMPTY_SNAPSHOT,
  ...rest,
})
