import { Pencil } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useAttaching } from '../attachments/use-attaching.tsx'
import { messageText, otherParts, withText } from '../../state/message-text.ts'
import { RoleSelect } from '../prompt-editor/role-select.tsx'
import prose from '../../ui/prose.module.css'
import css from './conversation.module.css'
import { edited, type History } from './history-edit.ts'
import type { ChangeHistory } from './use-history.ts'
import { MessageActions } from './message-actions.tsx'

export interface HistoryMessageProps {
  readonly message: EnhancedMessage
  readonly index: number
  readonly history: History
  readonly isEditing: boolean
  readonly onEdit: (on: boolean) => void
  readonly onInsert: (at: number) => void
  readonly onChange: ChangeHistory
}

/** Editing begins where one can type. */
const focusNow = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
}

/** One turn of a conversation: read it, change its words or its speaker, put others beside it. */
export function HistoryMessage({ message, index, history, isEditing, onEdit, onInsert, onChange }: HistoryMessageProps) {
  const say = useText('chat')
  const sayRole = useText('promptEditor')
  const number = index + 1
  const { id, role } = message
  const text = messageText(message)
  const others = otherParts(message)
  const attaching = useAttaching(
    {
      content: message.content,
      role,
      title: { key: 'ofTurn', number },
      besides: history,
      hasUndo: true,
      update: (replace) => onChange((now) => edited(now, id, { content: replace(now.find((one) => one.id === id)?.content) })),
    },
    <p className={css.note}>{say('parts', { kinds: others.join(', ') })}</p>,
  )
  return (
    <li
      {...attaching.zone}
      className={classNames(css.message, attaching.isOver && css.filesOver)}
      aria-label={say('message', { number, role: sayRole(role) })}
      data-testid="chat-message"
      data-message-id={id}
      data-role={role}
    >
      <div className={css.head}>
        <RoleSelect label={say('role', { number })} role={role} onChange={(next) => onChange(edited(history, id, { role: next }))} />
        <span className={css.grow} />
        <Button kind="quiet" size={24} icon={Pencil} aria-pressed={isEditing} onClick={() => onEdit(!isEditing)}>
          {isEditing ? say('done') : say('edit')}
        </Button>
        <MessageActions id={id} index={index} history={history} onInsert={onInsert} onChange={onChange} onAttach={attaching.open} />
      </div>
      {isEditing ? (
        <>
          <TextArea
            label={say('text', { number })}
            value={text}
            ref={focusNow}
            rows={Math.min(14, Math.max(2, text.split('\n').length))}
            onChange={(next) => onChange(edited(history, id, { content: withText(message.content, next) }))}
            onKeyDown={(event) => {
              const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              if (!ends) return
              event.preventDefault()
              event.stopPropagation()
              onEdit(false)
            }}
          />
          <p className={css.note}>{say('editHint')}</p>
        </>
      ) : (
        <div className={prose.prose} dir="auto">
          {text === '' && others.length === 0 && (message.toolCalls ?? []).length === 0 ? (
            <span className={css.note}>{say('emptyText')}</span>
          ) : (
            text
          )}
        </div>
      )}
      {message.toolCalls?.map((call) => (
        <p key={call.id} className={css.call} dir="ltr">
          {call.function.name}({call.function.arguments})
        </p>
      ))}
      {(message.thinking !== undefined || message.native !== undefined) && <p className={css.note}>{say('keptThoughts')}</p>}
      <div className={css.attached}>{attaching.element}</div>
    </li>
  )
}
