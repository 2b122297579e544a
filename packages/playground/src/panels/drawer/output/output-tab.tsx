import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { latePart } from '../../../ui/late-part.tsx'
import { CutOff } from '../../output/cut-off.tsx'
import { useOutputActions } from '../../output/use-output-actions.ts'
import type { ShownOutput } from '../../output/use-output.ts'
import { type Comparable, useComparables } from '../diff/use-comparables.ts'
import css from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { AnswerText } from './answer-text.tsx'
import { CompareWith } from './compare-with.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { isInRounds, Rounds } from './rounds.tsx'
import { SchemaVerdict } from './schema-verdict.tsx'
import { ThinkingPanel } from './thinking-panel.tsx'
import { ToolCallCard } from './tool-call-card.tsx'

export interface TabProps {
  readonly rowId: string
  readonly shown: ShownOutput
}

const AnswerDiff = latePart(async () => (await import('../diff/answer-diff.tsx')).AnswerDiff)

const FINISH_TEXTS = { 'content-filter': 'finish_contentFilter', pause: 'finish_pause' } as const

/** The whole answer: thoughts, text, calls, and whether it is what was asked for. */
export function OutputTab({ shown }: TabProps) {
  const say = useText('drawer')
  const actions = useOutputActions(shown.at)
  const { cell, state } = shown
  const { mode } = useAtomValue(usePlayground().state.prompt.draftAtom)
  const comparables = useComparables(shown.at)
  const [chosen, setAgainst] = useState<Comparable['id'] | null>(null)
  const against = comparables.find(({ id }) => id === chosen)
  const hasSaid = cell.text !== '' || cell.thinking !== '' || cell.refusal !== '' || cell.toolCalls.length > 0
  const isOver = !isActive(state)
  if (cell.runId === null || (!hasSaid && !isOver)) return <EmptyTab shown={shown} />
  const { finishReason } = cell
  const finish = finishReason === 'content-filter' || finishReason === 'pause' ? FINISH_TEXTS[finishReason] : null
  return (
    <div className={css.pane} data-part="answer" data-mode={mode}>
      {state === 'failed' && <FailureNotice at={shown.at} cell={cell} />}
      {state === 'failed' && hasSaid && <p className={css.muted}>{say('interrupted')}</p>}
      {cell.thinking !== '' && <ThinkingPanel cell={cell} isStreaming={state === 'streaming' && cell.text === ''} />}
      {cell.refusal !== '' && <RefusalNote text={cell.refusal} />}
      {isOver && cell.text !== '' && <CompareWith comparables={comparables} chosen={against?.id ?? null} onChoose={setAgainst} />}
      {against && isOver && cell.text !== '' ? (
        <AnswerDiff before={against.text} after={cell.text} beforeName={against.name} afterName={say('comparedAnswer')} />
      ) : isInRounds(cell) ? (
        <Rounds cell={cell} isStreaming={state === 'streaming'} />
      ) : (
        <>
          {cell.text !== '' && <AnswerText text={cell.text} isStreaming={state === 'streaming'} />}
          {cell.toolCalls.map((call) => (
            <ToolCallCard key={call.id} call={call} />
          ))}
        </>
      )}
      {!hasSaid && state !== 'failed' && (
        <p className={css.muted}>
          {state === 'stopped' ? say('emptyAnswerSoFar') : say('emptyAnswer', { reason: finishReason ?? 'unknown' })}
        </p>
      )}
      {finishReason === 'length' && isOver && <CutOff at={shown.at} cell={cell} actions={actions} tabIndex={0} />}
      {finish !== null && <p className={css.muted}>{say(finish)}</p>}
      {isOver && <SchemaVerdict cell={cell} />}
    </div>
  )
}
