import { useState, type DragEvent } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { ColumnType } from '../../state/column-setting.ts'
import { typedValue } from '../../state/column-value.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { CellEditor } from './cell-editor.tsx'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'
import { latePart } from '../../ui/late-part.tsx'

const MediaValue = latePart(async () => (await import('../columns/media-value.tsx')).MediaValue)
const TypedFault = latePart(async () => (await import('../columns/typed-fault.tsx')).TypedFault)

/** More than a cell can show. */
const SHOWN = 600

export interface ValueCellProps extends GridCellPlace {
  readonly id: string
  readonly name: string
  readonly type: ColumnType
  readonly value: string
  readonly isMissing: boolean
  readonly isEditing: boolean
}

export function ValueCell({ id, name, type, value, isMissing, isEditing, ...place }: ValueCellProps) {
  const { rows } = usePlayground().state
  const { typed, onLeave, popOut, onFiles } = useGrid()
  const [isOver, setOver] = useState(false)
  const takesFiles = type === 'image' || type === 'file'
  const holds = (event: DragEvent) => takesFiles && event.dataTransfer.types.includes('Files')
  // In the capture phase: elsewhere on the page a file that is dropped is one to import.
  const dropping = takesFiles && {
    onDragOverCapture(event: DragEvent) {
      if (!holds(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDropCapture(event: DragEvent) {
      setOver(false)
      if (!holds(event)) return
      event.preventDefault()
      event.stopPropagation()
      onFiles(place.rowId, id, [...event.dataTransfer.files])
    },
  }
  return (
    <div
      {...cellAttributes({ ...place, isTabStop: place.isTabStop && !isEditing })}
      {...dropping}
      data-testid="cell"
      data-row-id={place.rowId}
      data-column={id}
      data-type={type === 'text' ? undefined : type}
      className={classNames(css.cell, isMissing && css.missing, isOver && css.over)}
    >
      <Value type={type} column={id} value={value} isMissing={isMissing} />
      {isEditing && (
        <CellEditor
          name={name}
          number={place.index + 1}
          value={value}
          typed={typed()}
          onSave={(next) => rows.editValue(place.rowId, id, next)}
          onPopOut={(text) => popOut(place.rowId, id, text)}
          onLeave={(to) => onLeave(place.rowId, id, to)}
        />
      )}
    </div>
  )
}

interface ValueProps {
  readonly type: ColumnType
  readonly column: string
  readonly value: string
  readonly isMissing: boolean
}

/** A value as its column shows it, and what is wrong with it. */
function Value({ type, column, value, isMissing }: ValueProps) {
  const say = useText('cases')
  if (value === '') return <span className={css.empty}>{isMissing ? say('emptyValue') : ''}</span>
  if (type === 'image' || type === 'file') return <MediaValue type={type} column={column} value={value} />
  const read = typedValue(type, value)
  return (
    <>
      <div dir="auto" className={classNames(css.value, type === 'number' && css.numeric, type === 'json' && css.json)}>
        <KeptTogether text={value.slice(0, SHOWN)} />
      </div>
      {!read.ok && <TypedFault fault={read.fault} value={value} isShort />}
    </>
  )
}
