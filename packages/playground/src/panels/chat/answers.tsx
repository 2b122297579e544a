import { useAtomValue, useSetAtom } from 'jotai'
import { useRef } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { VariantKey } from '../../ui/variant-key.tsx'
import { AnswerColumn } from './answer-column.tsx'
import css from './answers.module.css'
import type { ConversationActions } from './use-conversation.ts'
import type { VariantAnswer } from './use-answers.ts'

/** What an answer needs to be read beside others. CSS pixels. */
const LEAST_COLUMN = 240

export interface AnswersProps {
  readonly answers: readonly VariantAnswer[]
  readonly chosen: VariantAnswer | null
  readonly actions: ConversationActions
  /** Absent where it cannot be added now. */
  readonly onAdd?: () => void
}

/** What the variants answer: side by side where there is room, else one behind a tab each. */
export function Answers({ answers, chosen, actions, onAdd }: AnswersProps) {
  const say = useText('conversation')
  const { view } = usePlayground().state
  const place = useRef<HTMLElement>(null)
  const width = useWidth(place)
  const drawer = useAtomValue(view.drawerAtom)
  const setDrawer = useSetAtom(view.drawerAtom)
  const isNarrow = answers.length > 1 && width !== null && width < LEAST_COLUMN * answers.length
  const isAllIn =
    answers.some(({ isIn }) => isIn) && answers.every(({ isIn, messages, isRunning }) => isIn || (messages.length === 0 && !isRunning))
  const column = (answer: VariantAnswer) => (
    <AnswerColumn
      key={answer.at.variantId}
      answer={answer}
      isAlone={answers.length === 1}
      isInTab={isNarrow}
      isChosen={answer === chosen}
      actions={actions}
      {...(answer === chosen && onAdd && { onAdd })}
    />
  )
  const shown = answers.find(({ at }) => at.variantId === drawer?.variantId) ?? answers[0]
  return (
    <section
      ref={place}
      className={css.answers}
      aria-label={say('answers')}
      data-testid="answers"
      data-form={isNarrow ? 'tabs' : 'columns'}
    >
      {isAllIn && answers.length > 1 ? (
        <p className={css.allIn}>{say('answersAreIn')}</p>
      ) : isNarrow && shown !== undefined ? (
        <Tabs
          label={say('answers')}
          value={shown.at.variantId}
          onChange={(variantId) => drawer !== null && setDrawer({ ...drawer, variantId })}
          tabs={answers.map(({ at, letter, model }) => ({
            value: at.variantId,
            label: (
              <>
                <VariantKey letter={letter} isOn={at.variantId === shown.at.variantId} />
                <bdi>{model}</bdi>
              </>
            ),
          }))}
        >
          {column(shown)}
        </Tabs>
      ) : (
        <div className={css.columns}>{answers.map(column)}</div>
      )}
    </section>
  )
}
