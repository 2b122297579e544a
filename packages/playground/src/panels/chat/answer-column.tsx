import { Check, CircleCheck, CornerLeftUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { messageText } from '../../state/message-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import prose from '../../ui/prose.module.css'
import { VariantKey } from '../../ui/variant-key.tsx'
import { OutputTab } from '../drawer/output/output-tab.tsx'
import { ToolCallCard } from '../drawer/output/tool-call-card.tsx'
import { isEditable } from '../frame/is-editable.ts'
import { useOutput } from '../output/use-output.ts'
import css from './answers.module.css'
import { AnswerStanding } from './answer-standing.tsx'
import { AskedAnswer } from './asked-answer.tsx'
import { RegenerateMenu } from './regenerate-menu.tsx'
import { placeOfVersion } from './turn-versions.ts'
import type { ConversationActions } from './use-conversation.ts'
import type { VariantAnswer } from './use-answers.ts'
import { versionStep } from './version-key.ts'
import { VersionSteps } from './version-steps.tsx'
import { WasNotCarried } from './was-not-carried.tsx'

export interface AnswerColumnProps {
  readonly answer: VariantAnswer
  /** Whether it is the only variant. */
  readonly isAlone: boolean
  /** Whether a tab over it says whose it is. */
  readonly isInTab: boolean
  /** Whether the conversation goes on with it. */
  readonly isChosen: boolean
  readonly actions: ConversationActions
  readonly onAdd?: () => void
}

/** What one variant answers to the conversation, its versions, and whether the conversation goes on with it. */
export function AnswerColumn({ answer, isAlone, isInTab, isChosen, actions, onAdd }: AnswerColumnProps) {
  const say = useText('conversation')
  const { singleKeys } = useAtomValue(usePlayground().settings.atom)
  const shown = useOutput(answer.at)
  const { letter, model, versions, older, messages, isIn, isStale, isRunning, asked, key } = answer
  const last = messages.at(-1)
  const at = last === undefined ? 0 : placeOfVersion(versions, last)
  const show = (to: number) => {
    const version = versions[to]
    if (version !== undefined) actions.showAnswer(answer, version)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = singleKeys && versions.length > 1 && !isEditable(event.target) ? versionStep(event) : null
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    show(at + step)
  }
  const name = isAlone ? model : letter
  return (
    <article
      className={css.column}
      aria-label={say('answerOf', { letter, model })}
      data-testid="chat-answer"
      data-variant={answer.at.variantId}
      data-chosen={(!isAlone && isChosen) || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={css.head}>
        {!isInTab && (
          <h3 className={css.name}>
            {!isAlone && <VariantKey letter={letter} isOn={isChosen} />}
            <bdi className={css.model}>{model}</bdi>
          </h3>
        )}
        <AnswerStanding shown={shown} />
        <VersionSteps label={say('answerVersions', { name })} at={at} of={versions.length} onShow={show} />
        <span className={css.grow} />
        {!isRunning && !isIn && messages.length > 0 && (
          <RegenerateMenu
            label={say('regenerateAnswer', { name })}
            same={answer.settings}
            variantId={answer.at.variantId}
            onRegenerate={(_variantId, settings) => void actions.answerAgain(answer, settings)}
          />
        )}
      </div>
      {isIn ? (
        <p className={css.isIn}>
          <Icon of={CircleCheck} size={14} />
          {say('answerIsIn')}
        </p>
      ) : older === null ? (
        <OutputTab rowId={answer.at.rowId} shown={shown} />
      ) : (
        <div className={css.older}>
          <div className={prose.prose} dir="auto">
            {messageText(older.message)}
          </div>
          {older.message.toolCalls?.map((call) => (
            <ToolCallCard key={call.id} call={call} />
          ))}
          <p className={css.note}>{say('olderVersion')}</p>
        </div>
      )}
      {older === null && !isIn && <WasNotCarried cell={shown.cell} />}
      {asked && (
        <div className={css.older}>
          <AskedAnswer run={asked} onStop={() => actions.stopAsking(key)} onDismiss={() => actions.endAsking(key)} />
        </div>
      )}
      {!isIn && !isRunning && !isStale && messages.length > 0 && (
        <div className={css.foot}>
          {!isAlone && (
            <Button
              size={24}
              {...(isChosen && { icon: Check })}
              aria-pressed={isChosen}
              data-testid="use-answer"
              onClick={() => actions.choose(answer.at.variantId)}
            >
              {isChosen ? say('usedAnswer') : say('useAnswer')}
            </Button>
          )}
          {onAdd && (
            <Button size={24} icon={CornerLeftUp} onClick={onAdd}>
              {say('addAnswer')}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
