import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import css from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { ProviderWire } from './provider-wire.tsx'
import { ServiceWire } from './service-wire.tsx'

/** What went over the wire: between the service and the provider, and between this page and the service. */
export function WireTab({ rowId, shown }: TabProps) {
  const say = useText('drawer')
  const [side, setSide] = useState<'provider' | 'service'>('provider')
  const { cell, state } = shown
  if (cell.runId === null || cell.request === null) return <EmptyTab rowId={rowId} shown={shown} />
  return (
    <div className={css.pane}>
      {state === 'failed' && <FailureNotice rowId={rowId} cell={cell} isRawOpen />}
      <div className={css.line}>
        <Segmented
          label={say('side')}
          size={24}
          value={side}
          options={[
            { value: 'provider', label: say('provider') },
            { value: 'service', label: say('service') },
          ]}
          onChange={setSide}
        />
      </div>
      {side === 'provider' ? <ProviderWire shown={shown} /> : <ServiceWire cell={cell} />}
    </div>
  )
}
