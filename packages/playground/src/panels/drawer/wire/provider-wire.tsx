import type { WireAttempt } from '@vitrine/contracts'
import { type ReactNode, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ShownOutput } from '../../output/use-output.ts'
import box from '../drawer.module.css'
import { EventList } from './event-list.tsx'
import { ExchangeLine } from './exchange-line.tsx'
import { HeaderList } from './header-list.tsx'
import { Body, WireSide } from './wire-side.tsx'
import css from './wire.module.css'

export interface ProviderWireProps {
  readonly shown: ShownOutput
  /** What chooses between this exchange and the service's. */
  readonly sides: ReactNode
}

/** The attempts at the provider: what was sent, byte for byte but for the keys, and what came back. */
export function ProviderWire({ shown: { cell, state }, sides }: ProviderWireProps) {
  const say = useText('drawer')
  const { wire } = cell
  const [chosen, setChosen] = useState<number | null>(null)
  const attempt = wire.find((one) => one.attempt === chosen) ?? wire.at(-1)
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
  return (
    <>
      <ExchangeLine method={request.method} url={request.url} sides={sides}>
        <Status status={response?.status ?? null} />
        {wire.length > 1 && (
          <Select
            label={say('attemptLabel')}
            size={24}
            value={String(attempt.attempt)}
            options={wire.map((one) => ({
              value: String(one.attempt),
              label: [say('attempt', { attempt: one.attempt, of: wire.length }), one.response?.status ?? one.failure]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        {failure !== undefined && <span className={box.small}>{say('attemptFailed', { reason: failure })}</span>}
      </ExchangeLine>
      <div className={css.sides}>
        <WireSide label={say('request')} head={say('request')} copied={request.body}>
          <Body label={say('requestBody')} text={request.body} none={say('noBody')} />
        </WireSide>
        <Received key={attempt.attempt} attempt={attempt} />
      </div>
    </>
  )
}

function Status({ status }: { readonly status: number | null }) {
  const say = useText('drawer')
  if (status === null) return <Chip tone="warn">{say('noResponse')}</Chip>
  return <Chip tone={status < 400 ? 'pass' : 'fail'}>{status}</Chip>
}

type Part = 'response' | 'events' | 'headers'

function Received({ attempt }: { readonly attempt: WireAttempt }) {
  const say = useText('drawer')
  const { request, response, events } = attempt
  const body = response?.body ?? null
  const [part, setPart] = useState<Part>(body === null ? 'events' : 'response')
  const copied = { response: body ?? undefined, events: events?.map(({ data }) => `data: ${data}`).join('\n\n'), headers: undefined }
  return (
    <WireSide
      label={say('response')}
      copied={copied[part]}
      head={
        <Segmented<Part>
          label={say('response')}
          size={24}
          value={part}
          options={[
            { value: 'response', label: say('response') },
            { value: 'events', label: events === undefined ? say('events') : `${say('events')} ${events.length}` },
            { value: 'headers', label: say('headers') },
          ]}
          onChange={setPart}
        />
      }
    >
      {part === 'response' && (
        <Body label={say('responseBody')} text={body} none={say(response === undefined ? 'noResponse' : 'bodyIsStream')} />
      )}
      {part === 'events' && <EventList attempt={attempt} />}
      {part === 'headers' && (
        <>
          <HeaderList headers={request.headers} label={say('requestHeaders')} />
          {response && <HeaderList headers={response.headers} label={say('responseHeaders')} />}
        </>
      )}
    </WireSide>
  )
}
