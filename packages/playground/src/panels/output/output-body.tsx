import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { type Figure, Figures } from '../../ui/figures.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { StatusWord } from '../../ui/status-word.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useModel } from '../../queries/use-models.ts'
import { bylineOf } from './byline.ts'
import { CutOff } from './cut-off.tsx'
import { FailureBody } from './failure-body.tsx'
import css from './output-body.module.css'
import { OutputText } from './output-text.tsx'
import { RetryWait } from './retry-wait.tsx'
import { StatusEnd } from './status-end.tsx'
import { stateWord } from './state-word.ts'
import { ToolCalls } from './tool-calls.tsx'
import type { ShownOutput } from './use-output.ts'
import { useOutputActions } from './use-output-actions.ts'
import { useSettingsOf } from '../variants/use-settings-of.ts'
import { latePart } from '../../ui/late-part.tsx'

const RepetitionBar = latePart(async () => (await import('./repetition-bar.tsx')).RepetitionBar)
const ContinuedMark = latePart(async () => (await import('./continued-mark.tsx')).ContinuedMark)
const NoteMark = latePart(async () => (await import('../drawer/notes/note-mark.tsx')).NoteMark)
const CheckChips = latePart(async () => (await import('../checks/check-chips.tsx')).CheckChips)

export interface OutputBodyProps {
  readonly shown: ShownOutput
  /** Of the controls inside: -1 keeps them out of the tab order while the grid's cursor is elsewhere. */
  readonly tabIndex: number
}

/** An output from top to bottom: status, text, figures, what to do. */
export function OutputBody({ shown, tabIndex }: OutputBodyProps) {
  const say = useText('output')
  const { clock, checks, notes } = usePlayground().state
  const hasNotes = useAtomValue(notes.hasSomeAtom)
  const isChecking = useAtomValue(checks.isCheckingAtom)
  const actions = useOutputActions(shown.at)
  const { at, cell, state, missing, changes } = shown
  const isTicking = state === 'connecting' || state === 'streaming' || state === 'retrying'
  const nowMs = useNow(clock, isTicking ? 100 : null)
  const several = (
    <>
      {shown.repetitions > 1 && <RepetitionBar at={at} tabIndex={tabIndex} />}
      {cell.continued !== null && <ContinuedMark />}
      {hasNotes && <NoteMark at={at} />}
    </>
  )
  if (state === 'failed')
    return (
      <>
        <FailureBody at={at} cell={cell} actions={actions} tabIndex={tabIndex} />
        {several}
      </>
    )
  return (
    <>
      <StatusWord state={state} end={<StatusEnd shown={shown} nowMs={nowMs} actions={actions} tabIndex={tabIndex} />}>
        {stateWord({ state, cell, missing, changes, nowMs }, say)}
      </StatusWord>
      {state === 'connecting' && <p className={css.aside}>{say('connectingMore')}</p>}
      {state === 'retrying' && cell.retry && <RetryWait retry={cell.retry} nowMs={nowMs} />}
      <Answer shown={shown} />
      {cell.finishReason === 'length' && (state === 'done' || state === 'stale') && (
        <CutOff at={shown.at} cell={cell} actions={actions} tabIndex={tabIndex} />
      )}
      <Byline shown={shown} onCost={() => actions.open('cost')} tabIndex={tabIndex} />
      {several}
      {isChecking && (state === 'done' || state === 'stale') && <CheckChips at={shown.at} cell={cell} />}
    </>
  )
}

function Answer({ shown: { cell, state } }: { readonly shown: ShownOutput }) {
  const say = useText('output')
  const isOver = state === 'done' || state === 'stale'
  const isEmpty = cell.text === '' && cell.refusal === '' && cell.toolCalls.length === 0
  if (state === 'ready' || state === 'blocked') return null
  return (
    <>
      {cell.refusal !== '' && (
        <p className={css.refusal}>
          <b>{say('refused')}</b> <bdi>{cell.refusal.slice(0, 600)}</bdi>
        </p>
      )}
      {cell.text !== '' && <OutputText text={cell.text} isStreaming={state === 'streaming'} />}
      {cell.text === '' && state === 'streaming' && <OutputText text={cell.thinking} isStreaming tone="muted" />}
      {cell.toolCalls.length > 0 && <ToolCalls calls={cell.toolCalls} />}
      {isOver && isEmpty && <p className={css.aside}>{say('emptyAnswer', { reason: cell.finishReason ?? 'unknown' })}</p>}
    </>
  )
}

interface BylineProps extends OutputBodyProps {
  readonly onCost: () => void
}

function Byline({ shown: { at, cell, state }, onCost, tabIndex }: BylineProps) {
  const say = useText('output')
  const formats = useFormats()
  const { panels } = usePlayground()
  const settings = useSettingsOf(at.variantId)
  const isDemo = useModel(cell.model ?? settings.model)?.price?.source === 'demo'
  if (state === 'ready' || state === 'blocked' || state === 'queued' || state === 'connecting') return null
  const figures = bylineOf(cell, formats, say, isDemo)
  if (figures.length === 0) return null
  const leading = (figure: Figure): Figure => (figure.name === 'cost' ? { ...figure, onOpen: onCost } : figure)
  return (
    <Figures figures={panels.Drawer ? figures.map(leading) : figures} label={say('figures')} tabIndex={tabIndex}>
      {state === 'streaming' && <span>{say('untilTheEnd')}</span>}
    </Figures>
  )
}
