import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import box from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import { ProviderWire } from './provider-wire.tsx'
import { ServiceWire } from './service-wire.tsx'
import css from './wire.module.css'

/** What went over the wire: between the service and the provider, and between this page and the service. */
export function WireTab({ shown }: TabProps) {
  const say = useText('drawer')
  const [side, setSide] = useState<'provider' | 'service'>('provider')
  const { cell, state } = shown
  if (cell.runId === null || cell.request === null) return <EmptyTab shown={shown} />
  const sides = (
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
  )
  return (
    <div className={css.wire}>
      {state === 'failed' && (
        <div className={box.pane}>
          <FailureNotice at={shown.at} cell={cell} isRawOpen />
        </div>
      )}
      {side === 'provider' ? <ProviderWire shown={shown} sides={sides} /> : <ServiceWire cell={cell} sides={sides} />}
    </div>
  )
}
