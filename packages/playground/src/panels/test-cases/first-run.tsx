import { useAtomValue } from 'jotai'
import { Play } from 'lucide-react'
import { RichText } from '../../messages/rich-text.tsx'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { useEstimate } from '../run-bar/use-estimate.ts'
import css from './first-run.module.css'

/** In the first cell, before anything ran: what Run would do, and Run. */
export function FirstRun({ tabIndex }: { readonly tabIndex: number }) {
  const say = useText('output')
  const formats = useFormats()
  const { state, run } = usePlayground()
  const { runnable } = useAtomValue(state.execution.targetsAtom)
  const progress = useAtomValue(state.execution.progressAtom)
  const estimate = useEstimate()
  if (progress !== null || runnable.length === 0) return null
  const range = <bdi dir="ltr">{formats.moneyRange(estimate.lowUsd, estimate.highUsd)}</bdi>
  return (
    <p className={css.line}>
      <span>
        <RichText area="output" text="noOutputYet" count={runnable.length} values={{ keys: <KeyHint keys="$mod+Enter" />, range }} />
      </span>
      <Button size={24} icon={Play} iconFilled tabIndex={tabIndex} onClick={() => run(runnable)}>
        {say('run')}
      </Button>
    </p>
  )
}
