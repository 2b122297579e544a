import { Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ShownOutput } from '../../output/use-output.ts'
import box from '../drawer.module.css'
import { EditedAnswer } from './edited-answer.tsx'
import { EditedRequestSide } from './edited-request.tsx'
import { ExchangeLine } from './exchange-line.tsx'
import { ReceivedSide } from './received-side.tsx'
import { useEdited } from './use-edited.ts'
import { Body, WireSide } from './wire-side.tsx'
import css from './wire.module.css'

export interface ProviderWireProps {
  readonly shown: ShownOutput
  /** What chooses between this exchange and the service's. */
  readonly sides: ReactNode
}

/** The attempts at the provider: what was sent, byte for byte but for the keys, and what came back; and the same request edited by hand. */
export function ProviderWire({ shown: { at, cell, state }, sides }: ProviderWireProps) {
  const say = useText('drawer')
  const { wire } = cell
  const [chosen, setChosen] = useState<number | null>(null)
  const place = chosen !== null && chosen < wire.length ? chosen : wire.length - 1
  const attempt = wire[place]
  const edited = useEdited(at, cell, attempt?.request)
  if (attempt === undefined)
    return (
      <>
        <div className={box.paneHead}>{sides}</div>
        <EmptyState>
          {isActive(state) ? say('noWireYet') : state === 'failed' ? say('notReached') : `${say('noWire')} ${say('noWireHelp')}`}
        </EmptyState>
      </>
    )
  const { request, response, failure } = attempt
  if (edited.current !== null) {
    const sent = edited.current.cell?.wire.at(-1)
    return (
      <>
        <ExchangeLine method={request.method} url={request.url} sides={sides}>
          {sent !== undefined && <Status status={sent.response?.status ?? null} />}
        </ExchangeLine>
        <div className={css.sides}>
          <EditedRequestSide edited={edited} />
          <div className={css.side}>
            <EditedAnswer cell={edited.current.cell} />
          </div>
        </div>
      </>
    )
  }
  return (
    <>
      <ExchangeLine method={request.method} url={request.url} sides={sides}>
        <Status status={response?.status ?? null} />
        {wire.length > 1 && (
          <Select
            label={say('attemptLabel')}
            size={24}
            value={String(place)}
            options={wire.map((one, index) => ({
              value: String(index),
              label: [
                one.round !== undefined && say('round', { round: one.round }),
                say('attempt', { attempt: index + 1, of: wire.length }),
                one.response?.status ?? one.failure,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        {failure !== undefined && <span className={box.small}>{say('attemptFailed', { reason: failure })}</span>}
      </ExchangeLine>
      <div className={css.sides}>
        <WireSide
          label={say('request')}
          head={say('request')}
          copied={request.body}
          action={
            <Button size={24} icon={Pencil} title={say('editHint')} onClick={edited.begin}>
              {say('edit')}
            </Button>
          }
        >
          <Body label={say('requestBody')} text={request.body} none={say('noBody')} />
        </WireSide>
        <ReceivedSide key={place} attempt={attempt} />
      </div>
    </>
  )
}

function Status({ status }: { readonly status: number | null }) {
  const say = useText('drawer')
  if (status === null) return <Chip tone="warn">{say('noResponse')}</Chip>
  return <Chip tone={status < 400 ? 'pass' : 'fail'}>{status}</Chip>
}
