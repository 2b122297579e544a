import type { ExportSource } from './export-source.ts'
import type { LossList } from './loss.ts'

type RowPart = 'expected' | 'checks' | 'metadata' | 'histories'

/** Tells what of the rows, and which rows, a file does not hold. */
export function tellRows({ rows, leftOut }: ExportSource, parts: readonly RowPart[], losses: LossList): void {
  losses.add('rows-left-out', { count: leftOut })
  const has: Readonly<Record<RowPart, (row: ExportSource['rows'][number]) => boolean>> = {
    expected: ({ expected }) => expected !== undefined,
    checks: ({ checks = [] }) => checks.length > 0,
    metadata: ({ metadata }) => metadata !== undefined,
    histories: ({ history }) => history.length > 0,
  }
  for (const part of parts) losses.add(part, { count: rows.filter(has[part]).length })
}
