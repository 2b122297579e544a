import { useAtomValue } from 'jotai'
import { memo, useMemo } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { cellText, EXPECTED } from '../../state/expected-column.ts'
import { classNames } from '../../ui/class-names.ts'
import { HistoryGridCell } from './history-grid-cell.tsx'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'
import { NumberCell } from './number-cell.tsx'
import { OutputGridCell } from './output-grid-cell.tsx'
import { ValueCell } from './value-cell.tsx'

export interface GridRowProps {
  readonly rowId: string
  readonly index: number
  /** Where the row lies if it does not follow those in sight, CSS pixels. */
  readonly apartAt: number | null
  readonly measure: (element: HTMLElement | null) => void
  /** The column that the cursor is in, where it is in this row. */
  readonly cursorColumn: string | null
  /** The column where Tab enters the grid, where that is in this row and there is no cursor. */
  readonly tabStop: string | null
  readonly editingColumn: string | null
  /** The columns of a range of cells, where it goes through this row. */
  readonly rangeFrom: number
  readonly rangeTo: number
  readonly isSelected: boolean
  /** The details beside the grid are this row's. */
  readonly isShown: boolean
}

/** One case. It renders when its own data, cursor or place change, and not when another row's do. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { rowId, index, apartAt, measure, cursorColumn, tabStop, editingColumn, rangeFrom, rangeTo, isSelected, isShown } = props
  const { columns, template } = useGrid()
  const { state } = usePlayground()
  const say = useText('cases')
  const row = useAtomValue(useMemo(() => state.rows.rowAtom(rowId), [state, rowId]))
  const missing = useAtomValue(useMemo(() => state.rows.missingAtom(rowId), [state, rowId]))
  if (row === null) return null
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isShown || undefined}
      data-testid="case"
      data-row-id={rowId}
      data-index={index}
      data-disabled={row.isDisabled || undefined}
      className={classNames(css.row, isSelected && css.selected, editingColumn !== null && css.editing, row.isDisabled && css.disabled)}
      style={{ gridTemplateColumns: template, ...(apartAt !== null && { position: 'absolute', insetBlockStart: apartAt }) }}
    >
      {columns.map((column, at) => {
        const cell = {
          rowId,
          index,
          column: at,
          isCursor: cursorColumn === column.id,
          isTabStop: (cursorColumn ?? tabStop) === column.id,
          isInRange: at >= rangeFrom && at <= rangeTo,
        }
        switch (column.kind) {
          case 'number':
            return <NumberCell key="#" {...cell} isSelected={isSelected} isDisabled={row.isDisabled === true} />
          case 'output':
            return <OutputGridCell key={column.id} {...cell} variantId={column.variantId ?? ''} isDisabled={row.isDisabled === true} />
          case 'history':
            return <HistoryGridCell key="#history" {...cell} />
          default:
            return (
              <ValueCell
                key={`v${column.id}`}
                {...cell}
                id={column.id}
                name={column.id === EXPECTED ? say('expected') : column.id}
                type={column.type ?? 'text'}
                value={cellText(row, column.id)}
                isMissing={missing.includes(column.id)}
                isEditing={editingColumn === column.id}
              />
            )
        }
      })}
    </div>
  )
})
