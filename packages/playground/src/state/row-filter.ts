import { isActive } from './cell-lifecycle.ts'
import { sameItems } from './kept-if-equal.ts'
import { perEntry } from './per-entry.ts'
import type { RowEntry } from './row-entry.ts'

/** Whether a value or a finished answer of the row is what a filter keeps. What still streams is not searched. */
export function matchesText({ row, outputs }: RowEntry, keeps: (text: string) => boolean): boolean {
  if (Object.values(row.data).some(keeps) || keeps(row.expected ?? '')) return true
  for (const { cells } of outputs.values())
    for (const cell of cells.value) if (!isActive(cell.state) && [cell.text, cell.failure?.message ?? ''].some(keeps)) return true
  return false
}

/** Whether the finished answers of some variants are not the same text. */
function answersDiffer({ outputs }: RowEntry, variantIds: readonly string[]): boolean {
  const said = variantIds.flatMap((id) => outputs.get(id)?.cells.value.filter(({ state }) => state === 'done') ?? [])
  return new Set(said.map(({ text, toolCalls }) => `${text} ${JSON.stringify(toolCalls)}`)).size > 1
}

/** Remembers by row: while a run goes on, few of ten thousand rows change from one frame to the next. */
export function createDiffering(): (entry: RowEntry, variantIds: readonly string[]) => boolean {
  const lastOf = perEntry((): { cells: readonly unknown[]; differs: boolean } => ({ cells: [], differs: false }))
  return (entry, variantIds) => {
    const last = lastOf(entry)
    const cells = variantIds.map((id) => entry.outputs.get(id)?.cells.value)
    if (!sameItems(last.cells, cells)) {
      last.cells = cells
      last.differs = answersDiffer(entry, variantIds)
    }
    return last.differs
  }
}
