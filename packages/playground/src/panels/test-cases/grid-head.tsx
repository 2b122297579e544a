import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { EXPECTED } from '../../state/expected-column.ts'
import { ColumnHead } from './column-head.tsx'
import type { GridColumn } from './column-widths.ts'
import { useGrid } from './grid-context.ts'
import css from './grid.module.css'
import { leadsDown } from './head-keys.ts'
import { OutputHead } from './output-head.tsx'
import { useMissingColumns } from './use-missing-columns.ts'

const columnOf = (target: EventTarget): number =>
  Number((target instanceof Element ? target.closest('[role="columnheader"]') : null)?.getAttribute('aria-colindex')) - 1

export interface GridHeadProps {
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly isFolded: boolean
  /** To the first row of a column, by its index. */
  readonly onDown: (column: number) => void
}

export function GridHead({ columns, template, isFolded, onDown }: GridHeadProps) {
  const say = useText('cases')
  const missing = useMissingColumns()
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={css.head}
      style={{ gridTemplateColumns: template }}
      onKeyDownCapture={(event) => {
        if (!leadsDown(event)) return
        event.preventDefault()
        event.stopPropagation()
        onDown(columnOf(event.target))
      }}
    >
      {columns.map(({ id, kind, type, variantId }, at) => (
        <div
          key={id}
          role="columnheader"
          aria-colindex={at + 1}
          tabIndex={-1}
          data-column={id}
          draggable={(kind === 'value' && id !== EXPECTED && !isFolded) || undefined}
        >
          {kind === 'number' && <SelectAll />}
          {kind === 'value' && <ColumnHead column={id} type={type ?? 'text'} isMissing={missing.has(id)} hasMenu={!isFolded} />}
          {kind === 'history' && say('history')}
          {variantId !== undefined && <OutputHead variantId={variantId} isFolded={isFolded} />}
        </div>
      ))}
    </div>
  )
}

function SelectAll() {
  const say = useText('cases')
  const { actions } = useGrid()
  const { view } = usePlayground().state
  const selected = useAtomValue(view.selectedRowIdsAtom)
  const visible = useAtomValue(view.visibleRowIdsAtom)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.select}
      aria-label={say('selectAll')}
      aria-pressed={visible.length > 0 && visible.every((id) => selected.has(id))}
      onClick={() => actions.toggleAll()}
    >
      #
    </button>
  )
}
