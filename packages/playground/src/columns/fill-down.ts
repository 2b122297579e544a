import type { CellText } from '../state/column-change.ts'
import { cellText } from '../state/expected-column.ts'
import type { PlaygroundState } from '../state/playground-state.ts'

export interface FillPlace {
  readonly column: string
  /** Where the value comes from. */
  readonly from: string
  /** What is filled with it. */
  readonly into: readonly string[]
}

/**
 * What filling a column down means: of selected rows, from the first of those in sight into the others; else from the cursor's row into
 * all rows in sight below it, or from the first row where there is no cursor. Null where nothing lies below.
 */
export function fillPlace({ store, view }: PlaygroundState, column: string): FillPlace | null {
  const visible = store.get(view.visibleRowIdsAtom)
  const chosen = store.get(view.selectedRowIdsAtom)
  const selected = visible.filter((id) => chosen.has(id))
  const at = visible.indexOf(store.get(view.cursorAtom)?.rowId ?? '')
  const [from, ...into] = selected.length > 1 ? selected : visible.slice(Math.max(0, at))
  return from === undefined || into.length === 0 ? null : { column, from, into }
}

/** The cells that it comes to. */
export function filledCells({ store, rows }: PlaygroundState, { column, from, into }: FillPlace): readonly CellText[] {
  const source = store.get(rows.rowAtom(from))
  const text = source === null ? '' : cellText(source, column)
  return into.map((rowId) => [rowId, column, text])
}

/** Each of some columns filled from the first of some rows into the others. */
export const filledRange = (state: PlaygroundState, rowIds: readonly string[], columns: readonly string[]): readonly CellText[] => {
  const [from, ...into] = rowIds
  return from === undefined ? [] : columns.flatMap((column) => filledCells(state, { column, from, into }))
}
