import { isActive } from './cell-lifecycle.ts'
import type { RowEntry } from './row-entry.ts'

/** Whether a value or the finished output of the row holds the text, which is in lower case. What still streams is not searched. */
export function matchesText({ row, cell }: RowEntry, text: string): boolean {
  if (Object.values(row.data).some((value) => value.toLowerCase().includes(text))) return true
  return !isActive(cell.state) && [cell.text, cell.failure?.message ?? ''].some((output) => output.toLowerCase().includes(text))
}
