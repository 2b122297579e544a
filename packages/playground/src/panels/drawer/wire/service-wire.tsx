import { type ReactNode, useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import box from '../drawer.module.css'
import { ExchangeLine } from './exchange-line.tsx'
import { Body, WireSide } from './wire-side.tsx'
import css from './wire.module.css'

export interface ServiceWireProps {
  readonly cell: Cell
  /** What chooses between this exchange and the provider's. */
  readonly sides: ReactNode
}

/** What this page and the service said to each other. */
export function ServiceWire({ cell: { request, response, failure }, sides }: ServiceWireProps) {
  const say = useText('drawer')
  const sent = useMemo(() => JSON.stringify(request?.body ?? null), [request])
  const answer = response ?? failure?.raw ?? null
  const received = useMemo(() => (answer === null ? null : JSON.stringify(answer)), [answer])
  return (
    <>
      <ExchangeLine method="POST" url={request?.url ?? ''} sides={sides}>
        <span className={box.small}>{say('tokenKept')}</span>
      </ExchangeLine>
      <div className={css.sides}>
        <WireSide label={say('serviceRequest')} head={say('request')} copied={sent}>
          <Body label={say('serviceRequest')} text={sent} none={say('noBody')} />
        </WireSide>
        <WireSide label={say('serviceResponse')} head={say('response')} copied={received ?? undefined}>
          <Body label={say('serviceResponse')} text={received} none={say('noServiceResponse')} />
        </WireSide>
      </div>
    </>
  )
}
