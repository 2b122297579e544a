import { MAX_COLUMNS } from '../import/limits.ts'
import type { ProblemList } from '../import/problem-list.ts'
import type { RecognisedColumn, RecognisedRow } from '../import/recognition.ts'

interface TableLine {
  readonly line: number
  readonly cells: readonly string[]
}

const blank = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/** Names that stand more than once, each once. */
function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) (seen.has(name) ? twice : seen).add(name)
  return [...twice]
}

/** A name for a column that has none: `column 3`, or what is free beside it. */
function freeName(index: number, taken: ReadonlySet<string>): string {
  let name = `column ${index + 1}`
  while (taken.has(name)) name += '*'
  return name
}

function namesOf(header: readonly string[], lines: readonly TableLine[], problems: ProblemList): readonly (string | null)[] {
  const trimmed = header.map((name) => name.trim())
  const taken = new Set(trimmed)
  return trimmed.map((name, index) => {
    if (name !== '') return name
    if (lines.every(({ cells }) => blank(cells[index]))) return null
    const given = freeName(index, taken)
    taken.add(given)
    problems.add('warning', 'unnamed-column', { column: index + 1, name: given })
    return given
  })
}

/** The cells of a line in the places of the kept columns, and what of it has no place. */
function placed(line: TableLine, width: number, kept: readonly number[], problems: ProblemList): RecognisedRow {
  const { cells } = line
  if (cells.length < width) problems.add('warning', 'short-line', { expected: width, found: cells.length }, line.line)
  else if (cells.slice(width).some((cell) => !blank(cell)))
    problems.add('warning', 'long-line', { expected: width, found: cells.length }, line.line)
  return { line: line.line, cells: kept.map((index) => cells[index] ?? '') }
}

export interface ReadTable {
  readonly columns: readonly RecognisedColumn[]
  readonly rows: readonly RecognisedRow[]
}

/**
 * Columns and rows of a table of texts. With a header its first line names the columns, a name only once; without one they are
 * numbered. Null where it cannot be read; the problems say why.
 */
export function readTable(lines: readonly TableLine[], hasHeader: boolean, problems: ProblemList): ReadTable | null {
  const width = hasHeader ? (lines[0]?.cells.length ?? 0) : Math.max(0, ...lines.slice(0, 1000).map(({ cells }) => cells.length))
  const header = hasHeader ? (lines[0]?.cells ?? []) : Array.from({ length: width }, (_, index) => `column ${index + 1}`)
  const body = hasHeader ? lines.slice(1) : lines
  const twice = repeated(header.map((name) => name.trim()).filter((name) => name !== ''))
  if (twice.length > 0) {
    problems.add('error', 'duplicate-headers', { names: twice.join(', ') }, lines[0]?.line ?? null)
    return null
  }
  const names = namesOf(header, body, problems)
  const kept = names.flatMap((name, index) => (name === null ? [] : [index]))
  if (kept.length > MAX_COLUMNS) {
    problems.add('error', 'too-many-columns', { columns: kept.length, limit: MAX_COLUMNS })
    return null
  }
  return {
    columns: kept.map((index) => ({ name: names[index] ?? '' })),
    rows: body.map((line) => placed(line, width, kept, problems)),
  }
}
