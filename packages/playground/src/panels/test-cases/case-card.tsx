import { useAtomValue } from 'jotai'
import { Ellipsis } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { EXPECTED } from '../../state/expected-column.ts'
import { useMode } from '../frame/use-mode.ts'
import { CardOutput } from './card-output.tsx'
import { CardValue } from './card-value.tsx'
import css from './case-cards.module.css'
import { NotRun } from './not-run.tsx'
import { RowMenu } from './row-menu.tsx'
import type { RowActions } from './use-row-actions.ts'
import { latePart } from '../../ui/late-part.tsx'

const CardVariants = latePart(async () => (await import('./card-variants.tsx')).CardVariants)

export interface CaseCardProps {
  readonly rowId: string
  readonly index: number
  readonly count: number
  readonly measure: (element: HTMLElement | null) => void
  readonly actions: RowActions
}

export const CaseCard = memo(function CaseCard({ rowId, index, count, measure, actions }: CaseCardProps) {
  const say = useText('cases')
  const formats = useFormats()
  const { state, panels } = usePlayground()
  const mode = useMode(state)
  const row = useAtomValue(useMemo(() => state.rows.rowAtom(rowId), [state, rowId]))
  const missing = useAtomValue(useMemo(() => state.rows.missingAtom(rowId), [state, rowId]))
  const columns = useAtomValue(state.rows.columnsAtom)
  const variantIds = useAtomValue(state.prompt.variants.idsAtom)
  const hasExpected = useAtomValue(state.checks.hasExpectedAtom)
  if (row === null) return null
  return (
    <div
      ref={measure}
      role="listitem"
      aria-label={say('caseNumber', { number: index + 1 })}
      data-testid="case"
      data-row-id={rowId}
      data-index={index}
      data-disabled={row.isDisabled || undefined}
      className={css.card}
    >
      <div className={css.head}>
        <span className={css.number}>{formats.integer(index + 1)}</span>
        <div className={css.values}>
          {columns.map(({ id, type }, at) => (
            <CardValue
              key={id}
              rowId={rowId}
              id={id}
              name={id}
              type={type}
              number={index + 1}
              value={Object.hasOwn(row.data, id) ? (row.data[id] ?? '') : ''}
              isMissing={missing.includes(id)}
              isFirst={at === 0}
            />
          ))}
          {hasExpected && (
            <CardValue
              rowId={rowId}
              id={EXPECTED}
              name={say('expected')}
              type="text"
              number={index + 1}
              value={row.expected ?? ''}
              isMissing={false}
              isFirst={false}
            />
          )}
          {mode === 'chat' && panels.ConversationCell && <panels.ConversationCell rowId={rowId} />}
        </div>
        <RowMenu
          rowId={rowId}
          index={index}
          count={count}
          isDisabled={row.isDisabled === true}
          actions={actions}
          align="end"
          trigger={<IconButton size={32} icon={Ellipsis} tooltip={false} label={say('rowMenu', { number: index + 1 })} />}
        />
      </div>
      {row.isDisabled && (
        <div className={css.off}>
          <NotRun />
        </div>
      )}
      {variantIds.length === 1 ? (
        <CardOutput at={{ rowId, variantId: variantIds[0] ?? '' }} />
      ) : (
        <CardVariants rowId={rowId} variantIds={variantIds} />
      )}
    </div>
  )
})
