import { useMemo } from 'react'
import { logprobs as texts } from '../../../messages/en/logprobs.ts'
import { useLateTexts } from '../../../messages/use-late-texts.ts'
import { useText } from '../../../messages/use-text.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import box from '../drawer.module.css'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { AbsenceNote } from './absence-note.tsx'
import { Explorer } from './explorer.tsx'
import css from './logprobs.module.css'
import { tokensOf } from './tokens.ts'

/** The tokens of an answer by their probability, or why there are none. */
export function LogprobsView({ shown: { at, cell, state } }: TabProps) {
  useLateTexts('logprobs', texts)
  const say = useText('logprobs')
  const tokens = useMemo(() => tokensOf(cell.logprobs), [cell.logprobs])
  const note = isActive(cell.state) ? say('stillComing') : cell.state === 'failed' || cell.state === 'stopped' ? say('brokeOff') : null
  return (
    <div className={css.pane} data-part="logprobs">
      {state === 'failed' && <FailureNotice at={at} cell={cell} />}
      {tokens.length === 0 ? (
        <AbsenceNote at={at} cell={cell} />
      ) : (
        <>
          {note !== null && <p className={box.muted}>{note}</p>}
          <Explorer tokens={tokens} />
        </>
      )}
    </div>
  )
}
