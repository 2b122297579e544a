import type { WireAttempt } from '@vitrine/contracts'
import { useMemo, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { TextButton } from '../../../ui/text-button.tsx'
import { JsonLine } from '../../output/json-line.tsx'
import { numbered } from '../numbered.ts'
import { foldedLines, type WireLine, wireLines } from './wire-events.ts'
import css from './wire.module.css'

/** Enough of a long event to know it by; the whole is one press away. */
const HEAD = 240

/** What happened on the wire and when, long runs of deltas folded. */
export function EventList({ attempt }: { readonly attempt: WireAttempt }) {
  const say = useText('drawer')
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const items = useMemo(() => foldedLines(wireLines(attempt)), [attempt])
  return (
    <div className={css.events} dir="ltr">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('data')}</th>
          </tr>
        </thead>
        <tbody>
          {numbered(items).flatMap(({ item, number }) => {
            if (item.type === 'line') return <EventRow key={`line ${number}`} line={item.line} />
            if (unfolded.has(item.id))
              return numbered(item.lines).map((one) => <EventRow key={`fold ${item.id} ${one.number}`} line={one.item} />)
            return (
              <tr key={`fold ${item.id}`}>
                <td colSpan={3}>
                  <TextButton dir="auto" onClick={() => setUnfolded(new Set([...unfolded, item.id]))}>
                    {say('moreEvents', { count: item.lines.length })}
                  </TextButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {attempt.response !== undefined && attempt.events === undefined && attempt.response.body === undefined && (
        <p className={css.none}>
          {say('noEvents')} {say('noEventsHelp')}
        </p>
      )}
    </div>
  )
}

function EventRow({ line: { atMs, kind, text, sent } }: { readonly line: WireLine }) {
  const say = useText('drawer')
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const isCut = !isWhole && text.length > HEAD
  return (
    <tr data-kind={kind}>
      <td>{formats.integer(Math.round(atMs))}</td>
      <td>{kind}</td>
      <td>
        {sent ? (
          <bdi>{say('wireSent', { ...sent, bytes: formats.integer(sent.bytes) })}</bdi>
        ) : (
          <JsonLine text={isCut ? text.slice(0, HEAD) : text} />
        )}
        {isCut && (
          <button type="button" aria-label={say('unfold', { count: text.length - HEAD })} onClick={() => setWhole(true)}>
            … +{text.length - HEAD}
          </button>
        )}
      </td>
    </tr>
  )
}
