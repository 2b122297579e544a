import { GripVertical } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfProblem } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { editedMessage } from '../../state/edited-message.ts'
import type { EnhancedMessage } from '../../state/prompt.ts'
import type { PromptProblem } from '../../state/prompt-state.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useAttaching } from '../attachments/use-attaching.tsx'
import { RoleSelect } from './role-select.tsx'
import type { EditorFacts } from './template-editor/editor-facts.ts'
import { MessageEditor } from './message-editor.tsx'
import { MessageMenu } from './message-menu.tsx'
import { messageText, otherParts, withText } from '../../state/message-text.ts'
import css from './prompt-editor.module.css'
import { RenderedMessage } from './rendered-message.tsx'
import type { RenderedText } from './rendered-case.ts'
import { TokenEstimate } from './token-estimate.tsx'
import type { MessageActions } from '../../commands/command.ts'

export interface MessageCardProps {
  readonly message: EnhancedMessage
  readonly index: number
  readonly count: number
  readonly facts: EditorFacts
  readonly problems: readonly PromptProblem[]
  /** The text for the case that is looked at; null while the template is shown. */
  readonly rendered: RenderedText | null
  readonly actions: MessageActions
}

/** What is dragged: an id of ours, so that a drop from elsewhere means nothing here. */
const DRAGGED = 'application/x-vitrine-message'

export function MessageCard({ message, index, count, facts, problems, rendered, actions }: MessageCardProps) {
  const say = useText('promptEditor')
  const causeWords = useCauseWords()
  const { state } = usePlayground()
  const [isOver, setOver] = useState(false)
  const text = messageText(message)
  const others = otherParts(message)
  const number = index + 1
  const roleWord = say(message.role)
  const attaching = useAttaching(
    {
      content: message.content,
      role: message.role,
      title: { key: 'ofMessage', number },
      besides: [],
      hasUndo: true,
      // Not typing, so a step of its own.
      update(change) {
        const { messages } = state.store.get(state.prompt.draftAtom)
        const changed = messages.map((one) => (one.id === message.id ? editedMessage(one, { content: change(one.content) }) : one))
        state.prompt.patch({ messages: changed }, 'message-edit')
      },
    },
    <p className={css.kinds}>{say('parts', { kinds: others.join(', ') })}</p>,
  )

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isMove = event.altKey && !event.ctrlKey && !event.metaKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    const isDuplicate = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'd'
    if (!isMove && !isDuplicate) return
    event.preventDefault()
    event.stopPropagation()
    if (isDuplicate) {
      actions.duplicate(message.id)
      return
    }
    const card = event.currentTarget
    actions.move(message.id, index + (event.key === 'ArrowUp' ? -1 : 1))
    // An element that is put elsewhere loses the focus.
    requestAnimationFrame(() => {
      if (!card.matches(':focus-within')) card.querySelector<HTMLElement>('[data-part="editor"]')?.focus()
    })
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    const id = event.dataTransfer.getData(DRAGGED)
    if (id === '') return
    event.preventDefault()
    actions.move(id, index)
  }
  return (
    <article
      {...attaching.zone}
      className={classNames(css.message, isOver && css.over, attaching.isOver && css.filesOver)}
      aria-label={say('message', { number, role: roleWord })}
      data-testid="message"
      data-index={index}
      data-role={message.role}
      data-variant="A"
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => {
        setOver(false)
        attaching.zone.onDragLeave()
      }}
      onDrop={onDrop}
    >
      <header className={css.head}>
        <span
          className={css.grip}
          title={say('drag')}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAGGED, message.id)
            event.dataTransfer.effectAllowed = 'move'
          }}
        >
          <Icon of={GripVertical} size={14} />
        </span>
        <RoleSelect
          label={say('role', { number })}
          role={message.role}
          onChange={(role) => state.prompt.editMessage(message.id, { role })}
        />
        <span className={css.grow} />
        <TokenEstimate text={rendered?.kind === 'text' ? rendered.text : text} />
        <MessageMenu id={message.id} index={index} count={count} actions={actions} onAttach={attaching.open} />
      </header>
      {rendered === null ? (
        <MessageEditor
          value={text}
          label={say('text', { number, role: roleWord })}
          placeholder={
            message.role === 'system'
              ? say('writeSystem')
              : message.role === 'assistant'
                ? say('writeAnswer')
                : say('writeText', { example: facts.format === 'fstring' ? '{variable}' : '{{variable}}' })
          }
          facts={facts}
          onChange={(next) => state.prompt.editMessage(message.id, { content: withText(message.content, next) })}
          onUndo={() => state.undo.undo()}
          onRedo={() => state.undo.redo()}
        />
      ) : (
        <RenderedMessage rendered={rendered} />
      )}
      <div className={css.attached}>{attaching.element}</div>
      {rendered === null &&
        problems.map(({ location, problem }) => (
          <p key={location} role="alert" className={css.problem}>
            {problem.position
              ? say('problem', {
                  line: problem.position.line,
                  column: problem.position.column,
                  message: causeWords(toldOfProblem(problem)),
                })
              : causeWords(toldOfProblem(problem))}
          </p>
        ))}
    </article>
  )
}
