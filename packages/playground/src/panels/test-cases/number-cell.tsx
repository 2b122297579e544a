import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'
import { RowMenu } from './row-menu.tsx'

export interface NumberCellProps extends GridCellPlace {
  readonly isSelected: boolean
  readonly isDisabled: boolean
}

/** The number of a case: click it to select the case; its grip and its menu show on hover and with the cursor. */
export function NumberCell({ isSelected, isDisabled, ...place }: NumberCellProps) {
  const say = useText('cases')
  const formats = useFormats()
  const { actions, count, isFolded } = useGrid()
  const [isOver, setOver] = useState(false)
  const { rowId, index, isCursor } = place
  const number = index + 1
  return (
    <div
      {...cellAttributes(place)}
      aria-label={say('caseNumber', { number })}
      className={classNames(css.cell, css.number)}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={isSelected}
        aria-label={say('selectCase', { number })}
        className={css.select}
        onClick={(event) => {
          if (event.shiftKey) actions.selectUpTo(rowId)
          else actions.toggle(rowId)
        }}
      >
        {formats.integer(number)}
      </button>
      {!isFolded && <span className={css.grip} draggable data-grip aria-hidden="true" title={say('drag')} />}
      {(isOver || isCursor) && !isFolded && (
        <RowMenu
          rowId={rowId}
          index={index}
          count={count}
          isDisabled={isDisabled}
          actions={actions}
          trigger={
            <IconButton
              size={24}
              iconSize={14}
              icon={Ellipsis}
              tooltip={false}
              tabIndex={isCursor ? 0 : -1}
              label={say('rowMenu', { number })}
              className={css.rowMenu}
            />
          }
        />
      )}
    </div>
  )
}
