import { useText } from '../../../messages/use-text.ts'
import { Select } from '../../../ui/select.tsx'
import type { Comparable } from '../diff/use-comparables.ts'
import css from '../drawer.module.css'

export interface CompareWithProps {
  readonly comparables: readonly Comparable[]
  readonly chosen: Comparable['id'] | null
  readonly onChoose: (id: Comparable['id'] | null) => void
}

/** What the answer is held against. Nothing is drawn where there is nothing to choose. */
export function CompareWith({ comparables, chosen, onChoose }: CompareWithProps) {
  const say = useText('drawer')
  if (comparables.length === 0) return null
  return (
    <div className={css.line}>
      <span className={css.muted}>{say('compareWith')}</span>
      <Select
        label={say('compareWith')}
        size={24}
        value={chosen ?? 'nothing'}
        options={[{ value: 'nothing', label: say('compareNothing') }, ...comparables.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(value) => onChoose(value === 'nothing' ? null : value)}
        data-testid="compare-with"
      />
    </div>
  )
}
