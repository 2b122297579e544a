import { ChevronsUpDown } from 'lucide-react'
import type { RefObject } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { VirtualColumn } from '../virtual-column.tsx'
import css from './diff.module.css'
import { DiffLine } from './diff-line.tsx'
import type { ShownRow } from './fold-rows.ts'

export interface DiffRowsProps {
  readonly shown: readonly ShownRow[]
  readonly layout: 'split' | 'inline'
  readonly kind: 'text' | 'json'
  /** The difference that one has gone to; null before. */
  readonly current: number | null
  readonly beforeName: string
  readonly afterName: string
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onUnfold: (from: number) => void
}

const spotOf = (one: ShownRow | undefined): number | null => (one?.kind === 'row' ? one.row.spot : null)

/** The lines of both sides, those in sight. */
export function DiffRows({ shown, layout, kind, current, beforeName, afterName, scroller, onUnfold }: DiffRowsProps) {
  const say = useText('diff')
  const last = shown.findLast((one) => one.kind === 'row')
  const highest = last?.kind === 'row' ? Math.max(last.row.before?.number ?? 0, last.row.after?.number ?? 0) : 0
  const kept = current === null ? -1 : shown.findIndex((one) => spotOf(one) === current)
  return (
    <div className={css.box} style={{ '--_digits': `${String(highest).length}ch` }}>
      {layout === 'split' && (
        <div className={css.names}>
          <span>
            <bdi>{beforeName}</bdi>
          </span>
          <span>
            <bdi>{afterName}</bdi>
          </span>
        </div>
      )}
      <VirtualColumn
        key={layout}
        count={shown.length}
        usualHeight={20}
        kept={kept}
        scroller={scroller}
        itemRole="listitem"
        outer={{ className: css.scroller, tabIndex: 0, role: 'group', 'aria-label': say('rows', { before: beforeName, after: afterName }) }}
        inner={{ role: 'list' }}
      >
        {(index) => {
          const one = shown[index]
          if (one === undefined) return null
          if (one.kind === 'fold')
            return (
              <button type="button" className={css.fold} onClick={() => onUnfold(one.from)}>
                <Icon of={ChevronsUpDown} size={12} />
                {say('folded', { count: one.count })}
              </button>
            )
          const { spot } = one.row
          return (
            <DiffLine
              row={one.row}
              layout={layout}
              direction={kind === 'json' ? 'ltr' : 'auto'}
              isCurrent={spot !== null && spot === current}
              isFirst={spot !== null && spotOf(shown[index - 1]) !== spot}
            />
          )
        }}
      </VirtualColumn>
    </div>
  )
}
