import { GripVertical } from 'lucide-react'
import { Icon } from '../../../ui/icon.tsx'
import css from './buckets.module.css'
import { carryColumn } from './dragged-column.ts'

export interface ColumnNameProps {
  readonly index: number
  readonly name: string
  readonly form: 'chip' | 'row'
}

/** The name of a column, to be dragged by. */
export function ColumnName({ index, name, form }: ColumnNameProps) {
  return (
    <span
      className={css.name}
      data-form={form}
      data-column={index}
      draggable
      title={name}
      onDragStart={(event) => {
        carryColumn(event.dataTransfer, index)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <Icon of={GripVertical} size={14} />
      <bdi>{name}</bdi>
    </span>
  )
}
