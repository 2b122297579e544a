import type { Message, ModelSettings } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { messageText, otherParts } from '../../state/message-text.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import type { FollowUp } from '../../settings/settings.ts'
import { classNames } from '../../ui/class-names.ts'
import { useAttaching } from '../attachments/use-attaching.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { isEditable } from '../frame/is-editable.ts'
import { AskedAnswer } from './asked-answer.tsx'
import { chatSessionOf, turnKey } from './chat-session.ts'
import { FollowUpQuestion } from './follow-up-question.tsx'
import { isFollowed } from './follow-up.ts'
import { edited, type History, shifted, withoutMessage } from './history-edit.ts'
import { MessageActions } from './message-actions.tsx'
import { calledName, openCallsAt, pendingCalls, placeOfResult } from './pending-calls.ts'
import { TurnContent } from './turn-content.tsx'
import { TurnEditor } from './turn-editor.tsx'
import { TurnHead } from './turn-head.tsx'
import css from './turn.module.css'
import { placeOfVersion, versionsAt } from './turn-versions.ts'
import type { ConversationActions } from './use-conversation.ts'
import type { ChangeHistory } from './use-history.ts'
import { versionStep } from './version-key.ts'

export interface HistoryMessageProps {
  readonly rowId: string
  readonly message: EnhancedMessage
  readonly index: number
  readonly history: History
  readonly isEditing: boolean
  readonly isOutdated: boolean
  readonly actions: ConversationActions
  readonly onEdit: (id: string | null) => void
  readonly onInsert: (at: number, message?: Message) => void
  readonly onChange: ChangeHistory
}

/** A change that waits for what becomes of the turns after it. */
type Waiting = (followUp: FollowUp) => void

/** One turn of a conversation: read it, change its words or its speaker, ask for it again, put others beside it. */
export function HistoryMessage(props: HistoryMessageProps) {
  const { rowId, message, index, history, isEditing, isOutdated, actions, onEdit, onInsert, onChange } = props
  const say = useText('chat')
  const sayRole = useText('promptEditor')
  const { state, settings } = usePlayground()
  const { afterEdit, singleKeys } = useAtomValue(settings.atom)
  const session = chatSessionOf(state)
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const number = index + 1
  const { id, role } = message
  const key = turnKey(rowId, id)
  const run = useAtomValue(session.runsAtom).get(key)
  const versions = versionsAt(useAtomValue(state.memoriesAtom).get(rowId)?.versions.get(id), message)
  const at = placeOfVersion(versions, message)
  const attaching = useAttaching(
    {
      content: message.content,
      role,
      title: { key: 'ofTurn', number },
      besides: history,
      hasUndo: true,
      update: (replace) => onChange((now) => edited(now, id, { content: replace(now.find((one) => one.id === id)?.content) })),
    },
    <p className={css.note}>{say('parts', { kinds: otherParts(message).join(', ') })}</p>,
  )

  // One that was put in and not written yet is answered by nothing.
  const isBlank = messageText(message) === '' && otherParts(message).length === 0 && message.toolCalls === undefined
  /** Asks once what becomes of what follows, where something does. */
  const followUp = (then: Waiting) => {
    if (isBlank || !isFollowed(history, id)) then('keep')
    else if (afterEdit !== null) then(afterEdit)
    else setWaiting(() => then)
  }
  const choose = (chosen: FollowUp) => {
    settings.change({ afterEdit: chosen })
    setWaiting(null)
    waiting?.(chosen)
  }
  const save = (content: NonNullable<Message['content']>) => {
    const next = edited(history, id, { content })
    const isSame = JSON.stringify(content) === JSON.stringify(message.content)
    if (isSame) return onEdit(null)
    followUp((chosen) => {
      onEdit(null)
      actions.follow(next, id, chosen)
    })
  }
  const cancel = () => {
    onEdit(null)
    if (isBlank) onChange(withoutMessage(history, id))
  }
  const show = (to: number) => {
    const version = versions[to]
    if (version !== undefined) actions.showVersion(id, version)
  }
  const regenerate = (variantId: string, wanted: ModelSettings) =>
    followUp((chosen) => void actions.regenerate(id, variantId, wanted, chosen))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.target instanceof Node ? event.target : null) || isEditable(event.target)) return
    const step = singleKeys && versions.length > 1 ? versionStep(event) : null
    const by = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : null
    if (step === null && by === null) return
    event.preventDefault()
    event.stopPropagation()
    if (by !== null) onChange(shifted(history, id, by))
    else if (step !== null) show(at + step)
  }
  // An editor or a question that goes leaves the focus where it began.
  const kept = useKeptFocus<HTMLLIElement>((turn) => turn.querySelector('[data-part="edit"]'))
  const isPending = pendingCalls(history).length > 0
  const openCalls = openCallsAt(history, index)
  return (
    <li
      {...attaching.zone}
      {...kept}
      className={classNames(css.message, attaching.isOver && css.filesOver)}
      aria-label={say('message', { number, role: sayRole(role) })}
      data-testid="chat-message"
      data-message-id={id}
      data-role={role}
      data-outdated={isOutdated || undefined}
      onKeyDown={onKeyDown}
    >
      <TurnHead
        number={number}
        role={role}
        isEditing={isEditing}
        isOutdated={isOutdated}
        toolName={calledName(history, index)}
        versions={role === 'assistant' ? versions : []}
        at={at}
        onRole={(next) => onChange(edited(history, id, { role: next }))}
        onEdit={(on) => onEdit(on ? id : null)}
        onShow={show}
        onRegenerate={regenerate}
      >
        <MessageActions
          message={message}
          index={index}
          history={history}
          onInsert={onInsert}
          onChange={onChange}
          onAttach={attaching.open}
        />
      </TurnHead>
      {isEditing && (
        <div hidden={waiting !== null}>
          <TurnEditor label={say('text', { number })} content={message.content ?? ''} onSave={save} onCancel={cancel} />
        </div>
      )}
      {waiting !== null && <FollowUpQuestion onChoose={choose} onBack={() => setWaiting(null)} />}
      {!isEditing && (
        <TurnContent
          message={message}
          openCalls={isPending && index === history.findLastIndex((one) => one.role !== 'tool') ? [] : openCalls}
          onAddResult={(call) => onInsert(placeOfResult(history, index), { role: 'tool', toolCallId: call.id, content: '' })}
        />
      )}
      {run && <AskedAnswer run={run} onStop={() => actions.stopAsking(key)} onDismiss={() => actions.endAsking(key)} />}
      <div className={css.attached}>{attaching.element}</div>
    </li>
  )
}
