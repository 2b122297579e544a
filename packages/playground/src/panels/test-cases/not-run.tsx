import { CircleSlash } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './not-run.module.css'

/** The word of a case that is kept and not run. */
export function NotRun() {
  const say = useText('cases')
  return (
    <span className={css.notRun} data-testid="not-run">
      <Icon of={CircleSlash} size={14} />
      {say('notRun')}
    </span>
  )
}
