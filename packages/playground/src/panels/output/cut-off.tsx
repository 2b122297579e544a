import { useText } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import css from './output-body.module.css'
import { type OutputActions, useRaisedLimit } from './use-output-actions.ts'
import { useSettingsOf } from '../variants/use-settings-of.ts'
import { latePart } from '../../ui/late-part.tsx'

const GoOn = latePart(async () => (await import('./going-on.tsx')).GoOn)

export interface CutOffProps {
  readonly at: OutputRef
  readonly cell: Cell
  readonly actions: OutputActions
  readonly tabIndex: number
}

/** An answer that the limit of tokens cut off, and the larger limit. */
export function CutOff({ at, cell, actions, tabIndex }: CutOffProps) {
  const say = useText('output')
  const formats = useFormats()
  const { model, maxCompletionTokens, maxTokens } = useSettingsOf(at.variantId)
  const limit = maxCompletionTokens ?? maxTokens ?? null
  const raised = useRaisedLimit(cell.model ?? model, limit)
  return (
    <p className={css.cut}>
      <span>{limit === null ? say('cutOffPlain') : say('cutOff', { limit: formats.integer(limit) })}</span>
      {raised !== null && (
        <Button size={24} tabIndex={tabIndex} onClick={() => actions.raiseTo(raised)}>
          {say('raiseAndRerun', { limit: formats.integer(raised) })}
        </Button>
      )}
      <GoOn at={at} cell={cell} tabIndex={tabIndex} as="button" />
    </p>
  )
}
