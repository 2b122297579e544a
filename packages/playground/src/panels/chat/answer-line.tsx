import { CircleCheck, CornerLeftUp } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import css from './conversation.module.css'
import { answerMessage, endsIn, type History, withMessage } from './history-edit.ts'

export interface AnswerLineProps {
  readonly cell: Cell
  readonly history: History
  readonly onChange: (history: History) => void
}

/** Above the answer of the last run: whether it belongs to the conversation yet. */
export function AnswerLine({ cell, history, onChange }: AnswerLineProps) {
  const say = useText('chat')
  const answer = answerMessage(cell)
  return (
    <div className={css.answer}>
      <h3 className={css.title}>{say('answer')}</h3>
      {answer !== null && endsIn(history, answer) && (
        <span className={css.isIn}>
          <Icon of={CircleCheck} size={14} />
          {say('answerIsIn')}
        </span>
      )}
      {answer !== null && !endsIn(history, answer) && (
        <Button size={24} icon={CornerLeftUp} onClick={() => onChange(withMessage(history, answer))}>
          {say('addAnswer')}
        </Button>
      )}
    </div>
  )
}
