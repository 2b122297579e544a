import { type Cell, EMPTY_CELL } from './cell.ts'
import type { CellRef } from './output-ref.ts'
import { type Output, type RowEntry, outputOf } from './row-entry.ts'

export interface PlacedCells {
  readonly output: Output
  readonly after: readonly Cell[]
}

/** What becomes of outputs whose cells are replaced, once for each. Rows that are gone, and cells that are there already, are passed over. */
export function placeCells(
  cells: Iterable<readonly [ref: CellRef, cell: Cell]>,
  entries: ReadonlyMap<string, RowEntry>,
): readonly PlacedCells[] {
  const placed = new Map<Output, readonly Cell[]>()
  for (const [{ rowId, variantId, repetition }, cell] of cells) {
    const entry = entries.get(rowId)
    if (entry === undefined) continue
    const output = outputOf(entry, variantId)
    const before = placed.get(output) ?? output.cells.value
    if (before[repetition] === cell) continue
    placed.set(output, withCell(before, repetition, cell))
  }
  return [...placed].map(([output, after]) => ({ output, after: isUndone(output, after) ? output.before : after }))
}

function withCell(cells: readonly Cell[], repetition: number, cell: Cell): readonly Cell[] {
  if (repetition < cells.length) return cells.with(repetition, cell)
  const room = Array.from({ length: repetition - cells.length }, () => EMPTY_CELL)
  return [...cells, ...room, cell]
}

/** Whether everything is as it was before the run: then so is the number of repetitions. */
const isUndone = ({ before, cells }: Output, after: readonly Cell[]): boolean =>
  cells.value.length !== before.length && after.every((cell, index) => cell === (before[index] ?? EMPTY_CELL))
