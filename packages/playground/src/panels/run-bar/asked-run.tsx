import { useAtom } from 'jotai'
import { runOptions as texts } from '../../messages/en/run-options.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { Notice } from '../../ui/notice.tsx'
import css from './run-notices.module.css'
import { useEstimate } from './use-estimate.ts'

/** Before many calls: how many, and what they may cost. Pressing Run once more says yes as well. */
export function AskedRun() {
  useLateTexts('runOptions', texts)
  const say = useText('runOptions')
  const formats = useFormats()
  const { state, run } = usePlayground()
  const [asked, setAsked] = useAtom(state.view.askedRunAtom)
  const estimate = useEstimate()
  if (asked === null) return null
  const share = estimate.calls === 0 ? 0 : asked.calls / estimate.calls
  const { lowUsd, highUsd } = estimate
  const isKnown = lowUsd !== null && highUsd !== null
  return (
    <Notice
      tone="info"
      code="many-calls"
      title={say('askTitle', { count: asked.calls })}
      action={
        <span className={css.actions}>
          <Button kind="primary" size={24} data-testid="confirm-run" onClick={() => run(asked.places)}>
            {say('askRun', { calls: formats.integer(asked.calls) })}
          </Button>
          <Button kind="quiet" size={24} onClick={() => setAsked(null)}>
            {say('askCancel')}
          </Button>
        </span>
      }
    >
      {isKnown ? say('askMore', { range: formats.moneyRange(lowUsd * share, highUsd * share) }) : say('askUnknown')}
    </Notice>
  )
}
