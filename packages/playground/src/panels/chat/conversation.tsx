import { useAtomValue } from 'jotai'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { AnswerLine } from './answer-line.tsx'
import { Composer } from './composer.tsx'
import css from './conversation.module.css'
import { answerMessage, endsIn, newId, nextRole, withMessage } from './history-edit.ts'
import { HistoryMessage } from './history-message.tsx'
import { useHistory } from './use-history.ts'

export interface ConversationProps {
  readonly at: OutputRef
  /** The answer of the last run. */
  readonly children: ReactNode
}

/** A new turn or a new run makes the end another one, and with it comes into sight. */
const bringIntoSight = (end: HTMLElement | null): void => {
  end?.scrollIntoView({ block: 'end' })
}

/** A case as a conversation: what was said, what the last run answered, and what to say next. */
export function Conversation({ at, children }: ConversationProps) {
  const say = useText('chat')
  const { execution } = usePlayground().state
  const { history, change } = useHistory(at.rowId)
  const cell = useAtomValue(execution.cellAtom(at))
  const [editing, setEditing] = useState<string | null>(null)
  const insert = (place: number) => {
    setEditing(newId(history))
    change(withMessage(history, { role: nextRole(history, place), content: '' }, place))
  }
  const hasRun = cell.runId !== null
  const answer = answerMessage(cell)
  const isIn = answer !== null && endsIn(history, answer)
  return (
    <div className={css.conversation}>
      <section className={css.turns} aria-label={say('conversation')}>
        {history.length === 0 && (
          <div className={css.empty}>
            <p className={css.title}>{say('emptyTitle')}</p>
            <p>{say('emptyMore')}</p>
          </div>
        )}
        <ol>
          {history.map((message, index) => (
            <HistoryMessage
              key={message.id}
              message={message}
              index={index}
              history={history}
              isEditing={editing === message.id}
              onEdit={(on) => setEditing(on ? message.id : null)}
              onInsert={insert}
              onChange={change}
            />
          ))}
        </ol>
        <div className={css.add}>
          <Button kind="quiet" size={24} icon={Plus} onClick={() => insert(history.length)}>
            {say('newMessage')}
          </Button>
        </div>
        {hasRun && (
          <>
            <AnswerLine isIn={isIn} {...(answer !== null && { onAdd: () => change(withMessage(history, answer)) })} />
            {!isIn && children}
          </>
        )}
        <div key={`${history.length} ${cell.runId}`} ref={bringIntoSight} />
      </section>
      <Composer at={at} cell={cell} history={history} onChange={change} />
    </div>
  )
}
