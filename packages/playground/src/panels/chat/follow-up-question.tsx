import { GitBranch, ListX, type LucideIcon, Rows3 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useText } from '../../messages/use-text.ts'
import { FOLLOW_UPS, type FollowUp } from '../../settings/settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import css from './turn.module.css'

const ICONS: Readonly<Record<FollowUp, LucideIcon>> = { keep: Rows3, cut: ListX, branch: GitBranch }
const MORE = { keep: 'keepMore', cut: 'cutMore', branch: 'branchMore' } as const

/** The question takes the focus: what is asked was asked for by a key as often as by a click. */
const focusFirst = (list: HTMLUListElement | null): void => {
  list?.querySelector('button')?.focus()
}

export interface FollowUpQuestionProps {
  readonly onChoose: (followUp: FollowUp) => void
  readonly onBack: () => void
}

/** What becomes of the turns after one that changes. It is asked once. */
export function FollowUpQuestion({ onChoose, onBack }: FollowUpQuestionProps) {
  const say = useText('conversation')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onBack()
  }
  return (
    <div role="group" aria-label={say('askFollowUp')} className={css.question} data-testid="follow-up" onKeyDown={onKeyDown}>
      <p className={css.title}>{say('askFollowUp')}</p>
      <ul ref={focusFirst} className={css.choices}>
        {FOLLOW_UPS.map((followUp) => (
          <li key={followUp}>
            <Button size={28} icon={ICONS[followUp]} data-follow-up={followUp} onClick={() => onChoose(followUp)}>
              {say(followUp)}
            </Button>
            <span className={css.note}>{say(MORE[followUp])}</span>
          </li>
        ))}
      </ul>
      <p className={css.note}>
        {say('askFollowUpMore')} <TextButton onClick={onBack}>{say('backToEdit')}</TextButton>
      </p>
    </div>
  )
}
