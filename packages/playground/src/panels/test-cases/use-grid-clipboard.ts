import { useStore } from 'jotai'
import type { ClipboardEvent } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { filledRange } from '../../columns/fill-down.ts'
import type { CellText } from '../../state/column-change.ts'
import type { CellCursor } from '../../state/view-state.ts'
import { cellText } from '../../state/expected-column.ts'
import { isEditable } from '../frame/is-editable.ts'
import type { GridColumn } from './column-widths.ts'
import { isMediaColumn } from './is-media-column.ts'
import { rangeOf } from './range.ts'
import { tiledCells } from './tiled-cells.ts'
import { useCellFile } from './use-cell-file.ts'
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
  const takeFile = useCellFile()
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
  const onFiles = (rowId: string, column: string, files: readonly File[]) => {
    const type = columns.find(({ id }) => id === column)?.type
    const [file] = files
    if (file === undefined || (type !== 'image' && type !== 'file')) return
    void takeFile(rowId, column, type, file)
  }
  return {
    clear: (at: CellCursor) => {
      const meant = cells(at)
      const values = meant.columns.filter(({ kind }) => kind === 'value')
      rows.setCells(meant.rowIds.flatMap((rowId) => values.map(({ id }): CellText => [rowId, id, ''])))
    },
    fillDown: (at: CellCursor) => {
      const meant = cells(at)
      const values = meant.columns.filter(({ kind }) => kind === 'value').map(({ id }) => id)
      rows.setCells(filledRange(state, meant.rowIds, values))
    },
    /** The rows of the range, of the selection that the cursor is in, or the cursor's own. */
    rowsAt: (at: CellCursor): readonly string[] => {
      const selected = store.get(view.selectedRowIdsAtom)
      return anchor === null && selected.has(at.rowId) ? [...selected] : cells(at).rowIds
    },
    onFiles,
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
      const place = columns.find(({ id }) => id === at.column)
      const { files, types } = event.clipboardData
      // What is copied out of a document is text, and brings a picture of itself along.
      if (isMediaColumn(place) && files.length > 0 && !types.includes('text/plain')) {
        event.preventDefault()
        onFiles(at.rowId, at.column, [...files])
        return
      }
      const table = parseTable(event.clipboardData.getData('text/plain'))
      if (table.length === 0) return
      event.preventDefault()
      const range = rangeOf(anchor, at, ids, columns)
      if (range !== null && place?.kind === 'value') {
        const meant = cells(at)
        const values = meant.columns.filter(({ kind }) => kind === 'value').map(({ id }) => id)
        const filled = tiledCells(table, meant.rowIds, values)
        if (filled !== null) {
          rows.setCells(filled)
          return
        }
      }
      const first = range?.rowFrom ?? ids.indexOf(at.rowId)
      const rowIds = ids.slice(Math.max(0, first))
      const column = range === null ? at.column : (columns[range.columnFrom]?.id ?? at.column)
      actions.paste({ rowId: rowIds[0] ?? at.rowId, column: place?.kind === 'value' ? column : null, rowIds }, table)
    },
  }
}
