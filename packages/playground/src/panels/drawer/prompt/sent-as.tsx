import { CircleCheck } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import box from '../drawer.module.css'
import { numbered } from '../numbered.ts'
import css from './prompt.module.css'
import type { SentMessage } from './sent-messages.ts'

export interface SentAsProps {
  /** Null where the body that went out is not known. */
  readonly sent: readonly SentMessage[] | null
  readonly isExact: boolean
}

/** Whether the provider was sent these very messages, and which ones where it was not. */
export function SentAs({ sent, isExact }: SentAsProps) {
  const say = useText('drawer')
  if (sent === null) return <p className={box.muted}>{say('promptUnknown')}</p>
  if (isExact)
    return (
      <p className={css.exact}>
        <Icon of={CircleCheck} size={14} />
        {say('promptExact')}
      </p>
    )
  return (
    <section aria-label={say('promptOther')}>
      <p className={box.muted}>{say('promptOther')}</p>
      <ol className={css.messages}>
        {numbered(sent).map(({ item: { role, text }, number }) => (
          <li key={number} className={css.message}>
            <div className={css.head}>{role}</div>
            <div className={css.text} dir="auto">
              {text}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
