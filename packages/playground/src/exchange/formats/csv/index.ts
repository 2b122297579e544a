import { readTable } from '../../data/table-reading.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { MAX_CELLS, MAX_READ_ROWS } from '../../import/limits.ts'
import { withSpecialColumns } from '../../promptfoo/special-columns.ts'
import { countMarks, unmarked } from './formula-marks.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { parseCsv } from './parse-csv.ts'

/** A tab-separated file keeps its tab, also where its header is one cell. */
const ownDelimiter = (name: string, text: string): string | null =>
  /\.(tsv|tab)$/i.test(name) && text.includes('\t') ? '\t' : guessDelimiter(text)

/** CSV and TSV, and tables pasted from a spreadsheet. */
export const readCsv: FormatReader = ({ name, text, options, problems, onProgress }) => {
  const delimiter = options.delimiter ?? ownDelimiter(name, text)
  const hasHeader = options.header ?? true
  const parsed = parseCsv(text, delimiter, { maxRecords: MAX_READ_ROWS + 1, maxCells: MAX_CELLS, onProgress })
  if (parsed.cut !== null) {
    if (parsed.cut === 'records') problems.add('error', 'too-many-rows', { limit: MAX_READ_ROWS })
    else problems.add('error', 'too-many-values', { limit: MAX_CELLS })
    return null
  }
  for (const { kind, line } of parsed.faults) {
    // In a tab-separated file a quote may be just a quote; elsewhere one that never closes leaves open where any cell ends.
    if (kind === 'unclosed-quote' && delimiter !== '\t') problems.add('error', 'unclosed-quote', {}, line)
    else problems.add('warning', 'stray-quote', {}, line)
  }
  if (parsed.newlines.size > 1) problems.add('notice', 'mixed-newlines', {})
  const marks = countMarks(parsed.records.map(({ cells }) => cells))
  if (marks > 0) problems.add('notice', 'formula-marks-removed', { count: marks })
  const lines = marks > 0 ? parsed.records.map(({ line, cells }) => ({ line, cells: unmarked(cells) })) : parsed.records
  const table = readTable(lines, hasHeader, problems)
  if (table === null) return null
  return { ...withSpecialColumns(table, problems), hasHeader, ...(delimiter === null ? {} : { delimiter }) }
}
