import { Square } from 'lucide-react'
import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfFailure } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { isActive } from '../../state/cell-lifecycle.ts'
import { Button } from '../../ui/button.tsx'
import { Caret } from '../../ui/caret.tsx'
import { Notice } from '../../ui/notice.tsx'
import prose from '../../ui/prose.module.css'
import type { TurnRun } from './chat-session.ts'
import css from './turn.module.css'

export interface AskedAnswerProps {
  readonly run: TurnRun
  readonly onStop: () => void
  readonly onDismiss: () => void
}

/** Another answer as it comes, or why it did not. */
export function AskedAnswer({ run: { cell, model }, onStop, onDismiss }: AskedAnswerProps) {
  const say = useText('conversation')
  const causeWords = useCauseWords()
  if (!isActive(cell.state))
    return (
      <Notice
        tone={cell.failure === null ? 'warning' : 'danger'}
        code={cell.failure?.code ?? 'stopped'}
        title={cell.failure === null ? say('stoppedEmpty') : say('askFailed', { model })}
        action={
          <Button size={24} onClick={onDismiss}>
            {say('dismiss')}
          </Button>
        }
      >
        {cell.failure !== null && <bdi title={cell.failure.message}>{causeWords(toldOfFailure(cell.failure))}</bdi>}
      </Notice>
    )
  return (
    <div className={css.asked} data-part="asked">
      <div className={css.line}>
        <span role="status">{say('asking', { model })}</span>
        <Button kind="stop" size={24} icon={Square} iconFilled onClick={onStop}>
          {say('stop')}
        </Button>
      </div>
      {cell.text !== '' && (
        <div className={prose.prose} dir="auto">
          {cell.text}
          <Caret />
        </div>
      )}
    </div>
  )
}
