import { CircleCheck, CornerLeftUp } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './conversation.module.css'

export interface AnswerLineProps {
  /** Whether the conversation ends in the answer. */
  readonly isIn: boolean
  /** Absent where there is no answer to keep. */
  readonly onAdd?: () => void
}

/** Above the answer of the last run: whether it belongs to the conversation yet. */
export function AnswerLine({ isIn, onAdd }: AnswerLineProps) {
  const say = useText('chat')
  return (
    <div className={css.answer}>
      <h3 className={css.title}>{say('answer')}</h3>
      {isIn && (
        <span className={css.isIn}>
          <Icon of={CircleCheck} size={14} />
          {say('answerIsIn')}
        </span>
      )}
      {!isIn && onAdd && (
        <Button size={24} icon={CornerLeftUp} onClick={onAdd}>
          {say('addAnswer')}
        </Button>
      )}
    </div>
  )
}
