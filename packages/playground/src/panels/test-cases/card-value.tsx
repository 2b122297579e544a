import { useAtom } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import css from './case-cards.module.css'
import { CellEditor } from './cell-editor.tsx'

export interface CardValueProps {
  readonly rowId: string
  readonly id: string
  readonly name: string
  readonly number: number
  readonly value: string
  readonly isMissing: boolean
  readonly isFirst: boolean
}

/** A value on a card: a tap edits it. */
export function CardValue({ rowId, id, name, number, value, isMissing, isFirst }: CardValueProps) {
  const say = useText('cases')
  const { rows, view } = usePlayground().state
  const [editing, setEditing] = useAtom(view.editingAtom)
  const isEditing = editing?.rowId === rowId && editing.column === id
  return (
    <div data-testid="cell" data-row-id={rowId} data-column={id} className={classNames(css.value, isFirst && css.first)}>
      <button type="button" title={say('editing', { name, number })} onClick={() => setEditing({ rowId, column: id })}>
        {!isFirst && <bdi className={css.name}>{name}</bdi>}
        {value === '' ? (
          <span className={classNames(isMissing && css.missing)}>{isMissing ? say('emptyValue') : '–'}</span>
        ) : (
          <span dir="auto">
            <KeptTogether text={value.slice(0, 400)} />
          </span>
        )}
      </button>
      {isEditing && (
        <CellEditor
          name={name}
          number={number}
          value={value}
          typed={null}
          onSave={(next) => rows.editValue(rowId, id, next)}
          onLeave={() => setEditing(null)}
        />
      )}
    </div>
  )
}
