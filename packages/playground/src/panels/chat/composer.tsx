import { useAtomValue } from 'jotai'
import { ArrowUp, Square } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { chatKeys } from '../../commands/active-keys.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
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
  const [text, setText] = useState('')
  const said = answerMessage(cell)
  const isOpen = said !== null && !endsIn(history, said)
  const answer = isStale ? null : said
  const isRunning = isActive(cell.state)
  const isBlank = text.trim() === ''
  const lacking = missing.length > 0 ? say('cannotRun', { names: missing.join(', ') }) : problem?.text
  const refusal = lacking ?? (isBlank ? say('cannotSend') : undefined)
  const send = () => {
    if (refusal !== undefined || isRunning) return
    onChange(withReply(history, answer, text))
    setText('')
    run([at.rowId])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOther = event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing
    if (event.key !== 'Enter' || isOther || event.shiftKey === enterSends) return
    event.preventDefault()
    send()
  }
  return (
    <div className={css.composer}>
      <TextArea
        label={say('composer')}
        placeholder={say('placeholder')}
        rows={2}
        className={css.field}
        data-testid="composer"
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <div className={css.foot}>
        <span className={css.note}>{lacking ?? (isOpen && say(isStale ? 'answerIsOld' : 'answerGoesAlong'))}</span>
        {isRunning ? (
          <Button kind="stop" icon={Square} iconFilled onClick={() => stop(at.rowId)}>
            {say('stop')}
          </Button>
        ) : (
          <Button kind="primary" icon={ArrowUp} keys={chatKeys(enterSends).send} data-testid="send" disabledReason={refusal} onClick={send}>
            {say('send')}
          </Button>
        )}
      </div>
    </div>
  )
}
