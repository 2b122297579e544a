import type { WireAttempt } from '@vitrine/contracts'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { EventList } from './event-list.tsx'
import { HeaderList } from './header-list.tsx'
import { Body, WireSide } from './wire-side.tsx'

type Part = 'response' | 'events' | 'headers'

/** What came back in an attempt: a body, events, and the headers of both ways. */
export function ReceivedSide({ attempt }: { readonly attempt: WireAttempt }) {
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
