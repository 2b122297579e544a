import { CircleCheck } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import css from './diff.module.css'
import type { DiffCounts } from './difference.ts'

export interface CountsLineProps {
  readonly counts: DiffCounts
  readonly spots: number
  readonly kind: 'text' | 'json'
  /** Character by character. */
  readonly isSame: boolean
}

const KINDS = ['removed', 'added', 'changed', 'moved'] as const
const SIGNS = { removed: '−', added: '+', changed: '±', moved: '↕' } as const

/** How much differs, or that nothing does. */
export function CountsLine({ counts, spots, kind, isSame }: CountsLineProps) {
  const say = useText('diff')
  if (spots === 0)
    return (
      <p className={css.equal}>
        <Icon of={CircleCheck} size={14} />
        {say(kind === 'json' && !isSame ? 'equalJson' : 'equal')}
      </p>
    )
  return (
    <ul className={css.counts} aria-label={say('counts')}>
      {KINDS.map(
        (one) =>
          counts[one] > 0 && (
            <li key={one} className={css[one]}>
              <span aria-hidden="true">{SIGNS[one]}</span> {say(one, { count: counts[one] })}
            </li>
          ),
      )}
    </ul>
  )
}
