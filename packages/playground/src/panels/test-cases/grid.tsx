import { useVirtualizer } from '@tanstack/react-virtual'
import { atom, useAtomValue } from 'jotai'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import { classNames } from '../../ui/class-names.ts'
import { GridContext, type GridShared } from './grid-context.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import css from './grid.module.css'
import { rangeOf } from './range.ts'
import { rowWindow } from './row-window.ts'
import { useGridColumns } from './use-grid-columns.ts'
import { useGridControl } from './use-grid-control.ts'
import { useRowActions } from './use-row-actions.ts'
import { latePart } from '../../ui/late-part.tsx'

const CellDialog = latePart(async () => (await import('../columns/cell-dialog.tsx')).CellDialog)

const GridMoving = latePart(async () => (await import('../moving/grid-moving.tsx')).GridMoving)

/** Before it is measured: a row with an output of two lines, by density. CSS pixels. */
const USUAL_HEIGHT = [56, 84, 108] as const

/** Cases as rows, variables and outputs as columns: the ARIA grid pattern, with only the rows in sight drawn. */
export function Grid({ isFolded, fills }: { readonly isFolded: boolean; readonly fills: boolean }) {
  const say = useText('cases')
  const { state } = usePlayground()
  const { view } = state
  const ids = useAtomValue(view.visibleRowIdsAtom)
  const density = useAtomValue(view.densityAtom)
  const cursor = useAtomValue(view.cursorAtom)
  const editing = useAtomValue(view.editingAtom)
  const selected = useAtomValue(view.selectedRowIdsAtom)
  const { columns, template, least } = useGridColumns(isFolded)
  const actions = useRowActions()
  const scroller = useRef<HTMLDivElement>(null)
  const cursorRow = cursor === null ? -1 : ids.indexOf(cursor.rowId)

  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT[density],
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    scrollPaddingStart: 44,
    // The cell with the focus must not be taken out of the document while it is scrolled away.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(count - 1, endIndex + overscan)
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
      if (cursorRow < 0 || cursorRow >= count || (cursorRow >= from && cursorRow <= to)) return shown
      return cursorRow < from ? [cursorRow, ...shown] : [...shown, cursorRow]
    },
  })
  const items = virtual.getVirtualItems()
  const { start, apart } = rowWindow(items)
  const control = useGridControl({ ids, columns, actions, scroller, scrollTo: virtual.scrollToIndex })
  const { typed, onLeave, popOut, popped } = control
  const files = useRef(control.onFiles)
  useLayoutEffect(() => {
    files.current = control.onFiles
  })
  const onFiles = useCallback<GridShared['onFiles']>((...given) => files.current(...given), [])
  const shared = useMemo(
    () => ({ columns, template, isFolded, actions, count: ids.length, typed, popOut, onFiles, onLeave }),
    [columns, template, isFolded, actions, ids.length, typed, popOut, onFiles, onLeave],
  )
  const shownRow = useAtomValue(useMemo(() => atom((get) => (isFolded ? (get(view.drawerAtom)?.rowId ?? null) : null)), [view, isFolded]))
  useEffect(() => {
    const index = shownRow === null ? -1 : ids.indexOf(shownRow)
    if (index !== -1) virtual.scrollToIndex(index)
  }, [shownRow, ids, virtual])
  /** Beside open details the grid is the list they are chosen from. */
  const showRow = (target: Element) => {
    const rowId = target.closest<HTMLElement>('[role="row"]')?.dataset['rowId']
    if (rowId !== undefined) state.store.set(view.drawerAtom, (open) => open && { ...open, rowId })
  }
  const range = rangeOf(control.anchor, cursor, ids, columns)
  const firstValue = columns.find(({ kind }) => kind === 'value')?.id ?? columns.at(-1)?.id ?? ''
  return (
    <GridContext value={shared}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={say('grid')}
        aria-rowcount={ids.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        className={classNames(css.scroller, fills && css.fill)}
        style={{ '--_least': `${least}px` }}
        onKeyDown={control.onKeyDown}
        onCopy={control.onCopy}
        onPaste={control.onPaste}
        onFocus={(event) => {
          control.onFocus(event)
          if (isFolded) showRow(event.target)
        }}
        onPointerDown={control.onPointerDown}
        onDoubleClick={control.onDoubleClick}
      >
        <GridHead columns={columns} template={template} isFolded={isFolded} onDown={control.enter} />
        <div role="rowgroup" className={css.canvas} style={{ blockSize: virtual.getTotalSize(), paddingBlockStart: start }}>
          {items.map((item) => {
            const rowId = ids[item.index]
            if (rowId === undefined) return null
            const hasTabStop = cursorRow === -1 && item.index === 0
            const inRange = range !== null && item.index >= range.rowFrom && item.index <= range.rowTo
            return (
              <GridRow
                key={rowId}
                rowId={rowId}
                index={item.index}
                apartAt={item.index === apart ? item.start : null}
                measure={virtual.measureElement}
                cursorColumn={cursor?.rowId === rowId ? cursor.column : null}
                tabStop={hasTabStop ? firstValue : null}
                editingColumn={editing?.rowId === rowId ? editing.column : null}
                rangeFrom={inRange ? range.columnFrom : 1}
                rangeTo={inRange ? range.columnTo : 0}
                isSelected={selected.has(rowId)}
                isShown={rowId === shownRow}
              />
            )
          })}
        </div>
        {!isFolded && <GridMoving grid={scroller} actions={actions} />}
      </div>
      {popped !== null && (
        <CellDialog
          {...popped}
          name={popped.column === EXPECTED ? say('expected') : popped.column}
          number={ids.indexOf(popped.rowId) + 1}
          onClose={control.onPopped}
        />
      )}
    </GridContext>
  )
}
