import type { WireAttempt } from '@vitrine/contracts'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ShownOutput } from '../../output/use-output.ts'
import { CodeView } from '../code-view.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import { EventList } from './event-list.tsx'
import { ExchangeLine } from './exchange-line.tsx'
import { HeaderList } from './header-list.tsx'
import css from './wire.module.css'

/** The attempts at the provider: what was sent, byte for byte but for the keys, and what came back. */
export function ProviderWire({ shown: { cell, state } }: { readonly shown: ShownOutput }) {
  const say = useText('drawer')
  const { wire } = cell
  const [chosen, setChosen] = useState<number | null>(null)
  const attempt = wire.find((one) => one.attempt === chosen) ?? wire.at(-1)
  if (attempt === undefined)
    return (
      <EmptyState>
        {isActive(state) ? say('noWireYet') : state === 'failed' ? say('notReached') : `${say('noWire')} ${say('noWireHelp')}`}
      </EmptyState>
    )
  return (
    <>
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
      <ExchangeLine method={attempt.request.method} url={attempt.request.url} status={attempt.response?.status ?? null} />
      {attempt.failure !== undefined && <p className={box.muted}>{say('attemptFailed', { reason: attempt.failure })}</p>}
      <div className={css.sides}>
        <section className={css.side} aria-label={say('request')}>
          <div className={box.line}>
            <h3 className={box.heading}>{say('request')}</h3>
            <span className={box.grow} />
            <CopyButton text={attempt.request.body} />
          </div>
          <div className={box.box}>
            {attempt.request.body === '' ? (
              <p className={css.none}>{say('noBody')}</p>
            ) : (
              <CodeView text={attempt.request.body} label={say('requestBody')} />
            )}
          </div>
        </section>
        <Received key={attempt.attempt} attempt={attempt} />
      </div>
    </>
  )
}

type Part = 'response' | 'events' | 'headers'

function Received({ attempt }: { readonly attempt: WireAttempt }) {
  const say = useText('drawer')
  const body = attempt.response?.body
  const [part, setPart] = useState<Part>(body === undefined ? 'events' : 'response')
  const count = attempt.events?.length
  return (
    <section className={css.side} aria-label={say('response')}>
      <div className={box.line}>
        <Segmented<Part>
          label={say('response')}
          size={24}
          value={part}
          options={[
            { value: 'response', label: say('response') },
            { value: 'events', label: count === undefined ? say('events') : `${say('events')} ${count}` },
            { value: 'headers', label: say('headers') },
          ]}
          onChange={setPart}
        />
        <span className={box.grow} />
        {part === 'response' && body !== undefined && <CopyButton text={body} />}
        {part === 'events' && attempt.events !== undefined && (
          <CopyButton text={attempt.events.map(({ data }) => `data: ${data}`).join('\n\n')} />
        )}
      </div>
      <div className={box.box}>
        {part === 'response' &&
          (body === undefined || body === '' ? (
            <p className={css.none}>
              {attempt.response === undefined ? say('noResponse') : body === '' ? say('noBody') : say('bodyIsStream')}
            </p>
          ) : (
            <CodeView text={body} label={say('responseBody')} />
          ))}
        {part === 'events' && <EventList attempt={attempt} />}
        {part === 'headers' && (
          <>
            <HeaderList headers={attempt.request.headers} label={say('requestHeaders')} />
            {attempt.response && <HeaderList headers={attempt.response.headers} label={say('responseHeaders')} />}
          </>
        )}
      </div>
    </section>
  )
}
