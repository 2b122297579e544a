import { useStore } from 'jotai'
import type { ClipboardEvent } from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { CellCursor } from '../../state/playground-state.ts'
import { cellText } from '../../state/expected-column.ts'
import { isEditable } from '../frame/is-editable.ts'
import type { GridColumn } from './column-widths.ts'
import { rangeOf } from './range.ts'
import { formatTable, parseTable } from './table-text.ts'
import type { RowActions } from './use-row-actions.ts'

export interface GridClipboardInput {
  readonly ids: readonly string[]
  readonly columns: readonly GridColumn[]
  /** The other end of a range; null where one cell is meant. */
  readonly anchor: CellCursor | null
  readonly actions: RowActions
}

/** Cells out and in, as spreadsheets have them. */
export function useGridClipboard({ ids, columns, anchor, actions }: GridClipboardInput) {
  const { state } = usePlayground()
  const { rows, execution, view } = state
  const store = useStore()
  const cursor = () => store.get(view.cursorAtom)
  /** The cells that are meant, by row and column. */
  const cells = (at: CellCursor) => {
    const range = rangeOf(anchor, at, ids, columns) ?? rangeOf(at, at, ids, columns)
    if (range === null) return { rowIds: [], columns: [] }
    return { rowIds: ids.slice(range.rowFrom, range.rowTo + 1), columns: columns.slice(range.columnFrom, range.columnTo + 1) }
  }
  const textOf = (rowId: string, { id, kind, variantId }: GridColumn): string => {
    if (variantId !== undefined) return execution.cellOf({ rowId, variantId }).text
    if (kind === 'number') return String(store.get(rows.idsAtom).indexOf(rowId) + 1)
    const row = store.get(rows.rowAtom(rowId))
    return row === null ? '' : cellText(row, id)
  }
  return {
    clear: (at: CellCursor) => {
      const meant = cells(at)
      const values = meant.columns.filter(({ kind }) => kind === 'value')
      const [first] = values
      const [rowId] = meant.rowIds
      if (first === undefined || rowId === undefined) return
      if (values.length === 1 && meant.rowIds.length === 1) rows.editValue(rowId, first.id, '')
      // As one step to undo.
      else
        rows.paste(
          { rowId, column: first.id, hasExpected: true },
          meant.rowIds.map(() => values.map(() => '')),
        )
    },
    onCopy: (event: ClipboardEvent) => {
      const at = cursor()
      const hasSelectedText = event.currentTarget.ownerDocument.getSelection()?.isCollapsed === false
      if (at === null || isEditable(event.target) || hasSelectedText) return
      const meant = cells(at)
      event.preventDefault()
      event.clipboardData.setData('text/plain', formatTable(meant.rowIds.map((id) => meant.columns.map((column) => textOf(id, column)))))
    },
    onPaste: (event: ClipboardEvent) => {
      const at = cursor()
      if (at === null || isEditable(event.target)) return
      const table = parseTable(event.clipboardData.getData('text/plain'))
      if (table.length === 0) return
      event.preventDefault()
      const kind = columns.find(({ id }) => id === at.column)?.kind
      const from = rangeOf(anchor, at, ids, columns)
      const rowId = from === null ? at.rowId : (ids[from.rowFrom] ?? at.rowId)
      const column = from === null ? at.column : (columns[from.columnFrom]?.id ?? at.column)
      actions.paste({ rowId, column: kind === 'value' ? column : null }, table)
    },
  }
}
