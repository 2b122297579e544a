import { useEffect, useState } from 'react'
import type { FallbackReason } from '../../events.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import css from './run-notices.module.css'

const FORBIDDEN: ReadonlySet<FallbackReason> = new Set(['csp', 'trusted-types', 'cross-origin'])

/** Says that the runs share the page's own thread, until somebody has read it. */
export function LostWorker() {
  const say = useText('frame')
  const { events } = usePlayground().bindings
  const [reason, setReason] = useState<FallbackReason | null>(null)
  useEffect(() => events?.subscribe((event) => event.type === 'worker-fallback' && setReason(event.reason), 'worker-fallback'), [events])
  if (reason === null) return null
  return (
    <div className={css.notices}>
      <Notice
        tone="info"
        code="worker-fallback"
        title={say(FORBIDDEN.has(reason) ? 'workerForbidden' : 'workerLost')}
        action={
          <Button size={24} onClick={() => setReason(null)}>
            {say('understood')}
          </Button>
        }
      >
        {say('workerFallback')}
      </Notice>
    </div>
  )
}
