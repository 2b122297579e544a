import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { CellEditor } from './cell-editor.tsx'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'

/** More than a cell can show. */
const SHOWN = 600

export interface ValueCellProps extends GridCellPlace {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly isMissing: boolean
  readonly isEditing: boolean
}

export function ValueCell({ id, name, value, isMissing, isEditing, ...place }: ValueCellProps) {
  const say = useText('cases')
  const { rows } = usePlayground().state
  const { typed, onLeave } = useGrid()
  return (
    <div
      {...cellAttributes({ ...place, isTabStop: place.isTabStop && !isEditing })}
      data-testid="cell"
      data-row-id={place.rowId}
      data-column={id}
      className={classNames(css.cell, isMissing && css.missing)}
    >
      {value === '' ? (
        <span className={css.empty}>{isMissing ? say('emptyValue') : ''}</span>
      ) : (
        <div dir="auto" className={css.value}>
          <KeptTogether text={value.slice(0, SHOWN)} />
        </div>
      )}
      {isEditing && (
        <CellEditor
          name={name}
          number={place.index + 1}
          value={value}
          typed={typed()}
          onSave={(next) => rows.editValue(place.rowId, id, next)}
          onLeave={(to) => onLeave(place.rowId, id, to)}
        />
      )}
    </div>
  )
}
