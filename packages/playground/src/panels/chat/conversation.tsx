import type { Message } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { conversation as texts } from '../../messages/en/conversation.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { messageText } from '../../state/message-text.ts'
import { Button } from '../../ui/button.tsx'
import { AnswerLandmark } from '../drawer/output/answer-landmark.ts'
import { Answers } from './answers.tsx'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import css from './conversation.module.css'
import { newId, nextRole, withMessage, withReply } from './history-edit.ts'
import { HistoryMessage } from './history-message.tsx'
import { useAnswers, useChosen } from './use-answers.ts'
import { useConversation } from './use-conversation.ts'
import { useHistory } from './use-history.ts'
import { outdatedTurns } from './wordings.ts'

/** A new turn or a new run makes the end another one, and with it comes into sight. */
const bringIntoSight = (end: HTMLElement | null): void => {
  end?.scrollIntoView({ block: 'end' })
}

/** A case as a conversation: what was said, what each variant answers, and what to say next to all of them. */
export function Conversation({ rowId }: { readonly rowId: string }) {
  useLateTexts('conversation', texts)
  const say = useText('chat')
  const { state, run } = usePlayground()
  const { history, change } = useHistory(rowId)
  const actions = useConversation(rowId)
  const answers = useAnswers(rowId)
  const chosen = useChosen(rowId, answers)
  const wordings = useAtomValue(state.memoriesAtom).get(rowId)?.wordings
  const outdated = useMemo(() => outdatedTurns(wordings ?? new Map(), history), [wordings, history])
  const [editing, setEditing] = useState<string | null>(null)
  const insert = (place: number, message: Message = { role: nextRole(history, place), content: '' }) => {
    setEditing(newId(history))
    change(withMessage(history, message, place))
  }
  const others = answers.filter((answer) => answer !== chosen)
  const answer = chosen === null || chosen.isIn || chosen.isStale ? null : (chosen.messages.at(-1) ?? null)
  const answerText = answer === null ? null : messageText(answer)
  const endsInAnswer = history.at(-1)?.role === 'assistant'
  // While another one speaks it would come too late to be a version of the same turn.
  const isRunning = answers.some((one) => one.isRunning)
  const runs = answers.map((one) => `${one.isRunning} ${one.hasRun}`).join()
  return (
    <div className={css.conversation} data-conversation={rowId}>
      <ConversationHead
        rowId={rowId}
        turns={history.length}
        isEmpty={history.length === 0 && answerText === null}
        hasAnswer={endsInAnswer || (answerText ?? '') !== ''}
        actions={actions}
        onTestCase={(expectsAnswer) => actions.makeTestCase(answerText, expectsAnswer)}
      />
      <AnswerLandmark value={false}>
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
                rowId={rowId}
                message={message}
                index={index}
                history={history}
                isEditing={editing === message.id}
                isOutdated={outdated.has(message.id)}
                actions={actions}
                onEdit={setEditing}
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
          {answers.some(({ hasRun }) => hasRun) && (
            <Answers
              answers={answers}
              chosen={chosen}
              actions={actions}
              {...(!isRunning && { onAdd: () => change(actions.heard(chosen, others)) })}
            />
          )}
          <div key={`${history.length} ${runs}`} ref={bringIntoSight} />
        </section>
      </AnswerLandmark>
      <Composer
        rowId={rowId}
        history={history}
        answers={answers}
        chosen={chosen}
        onSend={(reply) => {
          const goesAlong = chosen?.isStale === true || chosen?.isRunning === true ? null : chosen
          change(withReply(actions.heard(goesAlong, others), [], reply))
          run([rowId])
        }}
      />
    </div>
  )
}
