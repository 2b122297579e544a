import { useAtom } from 'jotai'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { ColumnType } from '../../state/column-setting.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import css from './case-cards.module.css'
import { CellEditor } from './cell-editor.tsx'
import { latePart } from '../../ui/late-part.tsx'

const MediaValue = latePart(async () => (await import('../columns/media-value.tsx')).MediaValue)
const CellDialog = latePart(async () => (await import('../columns/cell-dialog.tsx')).CellDialog)

export interface CardValueProps {
  readonly rowId: string
  readonly id: string
  readonly name: string
  readonly type: ColumnType
  readonly number: number
  readonly value: string
  readonly isMissing: boolean
  readonly isFirst: boolean
}

/** A value on a card: a tap edits it. */
export function CardValue({ rowId, id, name, type, number, value, isMissing, isFirst }: CardValueProps) {
  const say = useText('cases')
  const { rows, view } = usePlayground().state
  const [editing, setEditing] = useAtom(view.editingAtom)
  const [popped, setPopped] = useState<string | null>(null)
  const isMedia = type === 'image' || type === 'file'
  const isEditing = editing?.rowId === rowId && editing.column === id
  return (
    <div data-testid="cell" data-row-id={rowId} data-column={id} className={classNames(css.value, isFirst && css.first)}>
      <button type="button" title={say('editing', { name, number })} onClick={() => setEditing({ rowId, column: id })}>
        {!isFirst && <bdi className={css.name}>{name}</bdi>}
        {!isFirst && '\u2002'}
        {value === '' ? (
          <span className={classNames(isMissing && css.missing)}>{isMissing ? say('emptyValue') : '–'}</span>
        ) : isMedia ? (
          <MediaValue type={type} column={id} value={value} />
        ) : (
          <span dir="auto">
            <KeptTogether text={value.slice(0, 400)} />
          </span>
        )}
      </button>
      {isEditing && !isMedia && popped === null && (
        <CellEditor
          name={name}
          number={number}
          value={value}
          typed={null}
          onSave={(next) => rows.editValue(rowId, id, next)}
          onPopOut={setPopped}
          onLeave={() => setEditing(null)}
        />
      )}
      {(popped !== null || (isEditing && isMedia)) && (
        <CellDialog
          rowId={rowId}
          column={id}
          name={name}
          number={number}
          typed={popped}
          onClose={() => {
            setPopped(null)
            setEditing(null)
          }}
        />
      )}
    </div>
  )
}
