import { useMemo } from 'react'
import { useText } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { FailureBody } from '../output/failure-body.tsx'
import { useOutputActions } from '../output/use-output-actions.ts'
import { CodeView } from './code-view.tsx'
import { CopyButton } from './copy-button.tsx'
import { Disclosure } from './disclosure.tsx'
import css from './drawer.module.css'

export interface FailureNoticeProps {
  readonly at: OutputRef
  readonly cell: Cell
  /** The raw error lies open from the start: in the wire view it is what somebody came for. */
  readonly isRawOpen?: boolean
}

/** A failed run: its cause, what to do, and the error as it came. */
export function FailureNotice({ at, cell, isRawOpen = false }: FailureNoticeProps) {
  const say = useText('drawer')
  const actions = useOutputActions(at)
  // What came before it broke has its place in the output; here it is the failure alone.
  const alone = useMemo(() => ({ ...cell, text: '' }), [cell])
  const raw = cell.failure === null ? null : JSON.stringify(cell.failure.raw ?? { detail: cell.failure })
  return (
    <>
      <div className={css.failure}>
        <FailureBody at={at} cell={alone} actions={actions} tabIndex={0} />
      </div>
      {raw !== null && (
        <Disclosure title={say('rawError')} startsOpen={isRawOpen} end={<CopyButton text={raw} />}>
          <CodeView text={raw} label={say('rawError')} />
        </Disclosure>
      )}
    </>
  )
}
