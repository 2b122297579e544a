import { isActive } from './cell-lifecycle.ts'
import type { RowEntry } from './row-entry.ts'

/** Whether a value or the finished output of the row is what a filter keeps. What still streams is not searched. */
export function matchesText({ row, cell }: RowEntry, keeps: (text: string) => boolean): boolean {
  if (Object.values(row.data).some(keeps)) return true
  return !isActive(cell.state) && [cell.text, cell.failure?.message ?? ''].some(keeps)
}
