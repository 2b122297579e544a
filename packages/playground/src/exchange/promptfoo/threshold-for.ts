import type { ColumnRole } from '../import/recognition.ts'

/** A threshold that a column of its own gives to a check of the row. */
export function thresholdFor(column: string, roles: readonly (ColumnRole | undefined)[], cells: readonly string[]): number | undefined {
  const at = roles.findIndex((role) => role?.kind === 'check-option' && role.column === column)
  const threshold = Number(cells[at])
  return at < 0 || (cells[at] ?? '').trim() === '' || !Number.isFinite(threshold) ? undefined : threshold
}
