import { useText } from '../../messages/use-text.ts'
import { sinceQueued } from '../../state/cell-lifecycle.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { TextButton } from '../../ui/text-button.tsx'
import type { OutputActions } from './use-output-actions.ts'
import type { ShownOutput } from './use-output.ts'
import { WhatChanged } from './what-changed.tsx'
import { latePart } from '../../ui/late-part.tsx'

const RetryNow = latePart(async () => (await import('./going-on.tsx')).RetryNow)
const GoOn = latePart(async () => (await import('./going-on.tsx')).GoOn)

export interface StatusEndProps {
  readonly shown: ShownOutput
  readonly nowMs: number
  readonly actions: OutputActions
  readonly tabIndex: number
}

/** At the end of the status line: a time while something runs, else the likeliest next step. */
export function StatusEnd({ shown: { at, cell, state, changes }, nowMs, actions, tabIndex }: StatusEndProps) {
  const say = useText('output')
  const formats = useFormats()
  const elapsedMs = sinceQueued(cell, nowMs) - (cell.times.sentMs ?? 0)
  switch (state) {
    case 'blocked':
      return (
        <>
          <TextButton tabIndex={tabIndex} onClick={actions.fill}>
            {say('fill')}
          </TextButton>
          <TextButton tabIndex={tabIndex} onClick={actions.runWithEmpty}>
            {say('runWithEmpty')}
          </TextButton>
        </>
      )
    case 'queued':
      return (
        <TextButton tabIndex={tabIndex} onClick={actions.stop}>
          {say('remove')}
        </TextButton>
      )
    case 'connecting':
      return <span>{formats.duration(elapsedMs)}</span>
    case 'streaming':
      return (
        <span>
          {say('tokens', { count: cell.estimatedOutputTokens })} · {formats.duration(elapsedMs)}
        </span>
      )
    case 'retrying':
      return (
        <>
          <RetryNow at={at} cell={cell} tabIndex={tabIndex} />
          <TextButton tabIndex={tabIndex} onClick={actions.stop}>
            {say('stop')}
          </TextButton>
        </>
      )
    case 'stopped':
      return (
        <>
          <GoOn at={at} cell={cell} tabIndex={tabIndex} as="text" />
          <TextButton tabIndex={tabIndex} onClick={actions.rerun}>
            {say('rerun')}
          </TextButton>
        </>
      )
    case 'stale':
      return (
        <>
          <WhatChanged changes={changes} tabIndex={tabIndex} />
          <TextButton tabIndex={tabIndex} onClick={actions.rerun}>
            {say('rerun')}
          </TextButton>
        </>
      )
    default:
      return null
  }
}
