import { parseCsv } from './parse-csv.ts'

const CANDIDATES = [',', ';', '\t', '|'] as const
/** Enough lines to tell; a long cell may fill the sample alone. */
const SAMPLE = 65_536
const SAMPLE_RECORDS = 20

/** How many cells the header has, how many quotes are in the wrong place, and how many of the records after it have as many. */
function standing(text: string, delimiter: string) {
  const { records, faults } = parseCsv(text, delimiter, { maxRecords: SAMPLE_RECORDS })
  const width = records[0]?.cells.length ?? 0
  const agreeing = records.filter(({ cells }) => cells.length === width).length
  return { delimiter, width, faults: faults.length, agreeing: agreeing / Math.max(1, records.length) }
}

/**
 * The mark between the cells: the one that splits the first line, and most lines after it alike. Null where none splits the first line:
 * then each line is one cell, whatever commas its sentences have.
 */
export function guessDelimiter(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const best = CANDIDATES.map((delimiter) => standing(sample, delimiter))
    .filter(({ width }) => width > 1)
    .toSorted((a, b) => b.agreeing - a.agreeing || a.faults - b.faults || b.width - a.width)[0]
  return best?.delimiter ?? null
}
