import { useStore } from 'jotai'
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { usePlayground } from '../../playground-context.ts'
import type { CellCursor } from '../../state/view-state.ts'
import { isEditable } from '../frame/is-editable.ts'
import type { GridColumn } from './column-widths.ts'
import { type GridAct, gridAct, nextValue } from './grid-keys.ts'
import { focusHead, headKey, isInHead } from './head-keys.ts'
import { isMediaColumn } from './is-media-column.ts'
import { useGridClipboard } from './use-grid-clipboard.ts'
import type { RowActions } from './use-row-actions.ts'

/** A cell in an editor of its own. */
export interface PoppedCell extends CellCursor {
  readonly typed: string | null
}

export interface GridControlInput {
  readonly ids: readonly string[]
  readonly columns: readonly GridColumn[]
  readonly actions: RowActions
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly scrollTo: (index: number) => void
}

/** Keys, pointer, focus and clipboard of the grid; what they mean is in `gridAct`. */
export function useGridControl({ ids, columns, actions, scroller, scrollTo }: GridControlInput) {
  const { state, root } = usePlayground()
  const { view, rows } = state
  const store = useStore()
  const [anchor, setAnchor] = useState<CellCursor | null>(null)
  const [popped, setPopped] = useState<PoppedCell | null>(null)
  const typedText = useRef<string | null>(null)
  /** Set by keys: the focus follows the cursor once the cell is drawn. */
  const wantsFocus = useRef(false)

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cursor]')
    cell?.focus({ preventScroll: true })
    // Past what stays in sight at the top and at the side, which the browser knows by the scroll padding.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const moveTo = useCallback(
    (rowIndex: number, column: string | undefined) => {
      const rowId = ids[rowIndex]
      if (rowId === undefined || column === undefined) return
      wantsFocus.current = true
      store.set(view.cursorAtom, { rowId, column })
      scrollTo(rowIndex)
    },
    [ids, store, view, scrollTo],
  )
  const popOut = useCallback((rowId: string, column: string, typed: string | null) => setPopped({ rowId, column, typed }), [])
  const isMedia = (at: CellCursor) => isMediaColumn(columns.find(({ id }) => id === at.column))
  const edit = (at: CellCursor, text: string | null) => {
    setAnchor(null)
    if (isMedia(at)) {
      popOut(at.rowId, at.column, text)
      return
    }
    typedText.current = text
    store.set(view.editingAtom, at)
  }
  /** The variant whose column it is, or the one that is looked at. */
  const variantAt = ({ column }: CellCursor): string =>
    columns.find(({ id }) => id === column)?.variantId ?? store.get(state.prompt.variants.activeIdAtom)
  const clipboard = useGridClipboard({ ids, columns, anchor, actions })

  const act = (what: GridAct, at: CellCursor, row: number) => {
    switch (what.type) {
      case 'move':
        setAnchor(what.isExtending ? (anchor ?? at) : null)
        return moveTo(what.to.row, columns[what.to.column]?.id)
      case 'edit':
        return edit(at, what.text)
      case 'clear':
        return clipboard.clear(at)
      case 'open':
        return store.set(view.drawerAtom, { rowId: at.rowId, variantId: variantAt(at), tab: 'output' })
      case 'pop-out':
        return popOut(at.rowId, at.column, null)
      case 'head':
        return focusHead(scroller.current, at.column)
      case 'fill-down':
        return clipboard.fillDown(at)
      case 'disable':
        return actions.disable(clipboard.rowsAt(at))
      case 'select':
        if (what.isRange) actions.selectUpTo(at.rowId)
        else actions.toggle(at.rowId)
        return undefined
      case 'select-all':
        return actions.toggleAll()
      case 'duplicate':
        actions.duplicate([at.rowId])
        return undefined
      case 'move-row':
        actions.move([at.rowId], what.by)
        return moveTo(row, at.column)
      case 'collapse-range':
        return setAnchor(null)
      default:
        return what satisfies never
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isInHead(event.target)) {
      const column = headKey(event, root?.dir === 'rtl')
      if (column !== null) moveTo(0, columns[column]?.id)
      return
    }
    const at = store.get(view.cursorAtom)
    // A key pressed in an editor, or on a button inside a cell, belongs to that.
    if (
      event.defaultPrevented ||
      at === null ||
      isEditable(event.target) ||
      (event.target as Element).closest('button, [role="menu"]') !== null
    )
      return
    const row = ids.indexOf(at.rowId)
    const column = columns.findIndex(({ id }) => id === at.column)
    const kind = columns[column]?.kind
    if (row === -1 || kind === undefined) return
    const pressed = { key: event.key, isMod: event.ctrlKey || event.metaKey, isShift: event.shiftKey, isAlt: event.altKey }
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / 84) - 1)
    const isRightToLeft = root?.dir === 'rtl'
    const what = gridAct(
      pressed,
      { row, column },
      kind,
      { rows: ids.length, columns: columns.length, pageRows, isRightToLeft },
      anchor !== null,
    )
    if (what === null || event.nativeEvent.isComposing) return
    event.preventDefault()
    act(what, at, row)
  }

  const placeOf = (target: EventTarget): CellCursor | null => {
    const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null
    const rowId = cell?.closest<HTMLElement>('[role="row"]')?.dataset['rowId']
    const column = columns[Number(cell?.getAttribute('aria-colindex')) - 1]?.id
    return rowId === undefined || column === undefined ? null : { rowId, column }
  }

  return {
    anchor,
    typed: useCallback(() => typedText.current, []),
    onKeyDown,
    /** To the first row of a column, by its index. */
    enter: (column: number) => moveTo(0, columns[column]?.id),
    popped,
    popOut,
    onPopped: () => {
      const at = store.get(view.cursorAtom)
      setPopped(null)
      if (at !== null) moveTo(ids.indexOf(at.rowId), at.column)
    },
    onFiles: clipboard.onFiles,
    onCopy: clipboard.onCopy,
    onPaste: clipboard.onPaste,
    onFocus: (event: FocusEvent) => {
      const at = placeOf(event.target)
      const now = store.get(view.cursorAtom)
      if (at !== null && (at.rowId !== now?.rowId || at.column !== now.column)) store.set(view.cursorAtom, at)
    },
    onPointerDown: (event: PointerEvent) => {
      const at = placeOf(event.target)
      if (at === null || event.button !== 0) return
      setAnchor(event.shiftKey ? (anchor ?? store.get(view.cursorAtom)) : null)
    },
    onDoubleClick: (event: { readonly target: EventTarget }) => {
      const at = placeOf(event.target)
      if (at !== null && columns.some(({ id, kind }) => id === at.column && kind === 'value')) edit(at, null)
    },
    onLeave: useCallback(
      (rowId: string, column: string, to: 'stay' | 'down' | 'next' | 'previous') => {
        const editing = store.get(view.editingAtom)
        if (editing?.rowId === rowId && editing.column === column) store.set(view.editingAtom, null)
        const row = ids.indexOf(rowId)
        const isElsewhere = store.get(view.cursorAtom)?.rowId !== rowId || store.get(view.cursorAtom)?.column !== column
        if (to === 'stay') {
          wantsFocus.current = !isElsewhere
          return
        }
        if (to === 'down') return moveTo(Math.min(row + 1, ids.length - 1), column)
        const values = columns.flatMap(({ kind }, at) => (kind === 'value' ? [at] : []))
        const at = columns.findIndex(({ id }) => id === column)
        const next = nextValue({ row, column: at }, to === 'next' ? 1 : -1, values, ids.length)
        if (next === null && to === 'next') rows.add([{}])
        return next === null ? moveTo(row, column) : moveTo(next.row, columns[next.column]?.id)
      },
      [ids, columns, store, view, moveTo, rows],
    ),
  }
}
