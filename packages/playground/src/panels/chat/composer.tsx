import type { Message } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { ArrowUp, Paperclip, Square } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { chatKeys } from '../../commands/active-keys.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useAttaching } from '../attachments/use-attaching.tsx'
import { messageText, otherParts, withText } from '../../state/message-text.ts'
import css from './conversation.module.css'
import { useTemplateProblem } from '../run-bar/use-template-problem.ts'
import { answerMessage, endsIn, type History, withReply } from './history-edit.ts'

export interface ComposerProps {
  readonly at: OutputRef
  readonly cell: Cell
  readonly history: History
  readonly onChange: (history: History) => void
}

/** What to say next. Enter adds it to the conversation and runs the case, Shift+Enter makes a line; or the other way round, as set. */
export function Composer({ at, cell, history, onChange }: ComposerProps) {
  const say = useText('chat')
  const { state, run, stop, settings } = usePlayground()
  const { enterSends } = useAtomValue(settings.atom)
  const missing = useAtomValue(state.rows.missingAtom(at.rowId, at.variantId))
  const isStale = useAtomValue(state.execution.cellStateAtom(at)) === 'stale'
  const problem = useTemplateProblem()
  const [content, setContent] = useState<NonNullable<Message['content']>>('')
  const attaching = useAttaching({
    content,
    role: 'user',
    title: { key: 'ofNext', number: history.length + 1 },
    besides: [...history, { content }],
    hasUndo: false,
    update: setContent,
  })
  const text = messageText({ content })
  const said = answerMessage(cell)
  const isOpen = said !== null && !endsIn(history, said)
  const answer = isStale ? null : said
  const isRunning = isActive(cell.state)
  const isBlank = text.trim() === '' && otherParts({ content }).length === 0
  const lacking = missing.length > 0 ? say('cannotRun', { names: missing.join(', ') }) : problem?.text
  const refusal = lacking ?? (isBlank ? say('cannotSend') : undefined)
  const send = () => {
    if (refusal !== undefined || isRunning) return
    onChange(withReply(history, answer, content))
    setContent('')
    run([at.rowId])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOther = event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing
    if (event.key !== 'Enter' || isOther || event.shiftKey === enterSends) return
    event.preventDefault()
    send()
  }
  return (
    <div {...attaching.zone} className={classNames(css.composer, attaching.isOver && css.filesOver)}>
      <TextArea
        label={say('composer')}
        placeholder={say('placeholder')}
        rows={2}
        className={css.field}
        data-testid="composer"
        value={text}
        onChange={(next) => setContent(withText(content, next))}
        onKeyDown={onKeyDown}
      />
      <div className={css.attached}>{attaching.element}</div>
      <div className={css.foot}>
        <span className={css.note}>{lacking ?? (isOpen && say(isStale ? 'answerIsOld' : 'answerGoesAlong'))}</span>
        <span className={css.footEnd}>
          <IconButton icon={Paperclip} label={say('attach')} data-testid="attach" onClick={attaching.open} />
          {isRunning ? (
            <Button kind="stop" icon={Square} iconFilled onClick={() => stop(at.rowId)}>
              {say('stop')}
            </Button>
          ) : (
            <Button
              kind="primary"
              icon={ArrowUp}
              keys={chatKeys(enterSends).send}
              data-testid="send"
              disabledReason={refusal}
              onClick={send}
            >
              {say('send')}
            </Button>
          )}
        </span>
      </div>
    </div>
  )
}
