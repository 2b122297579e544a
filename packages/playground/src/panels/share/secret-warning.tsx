import { useMemo } from 'react'
import { type SecretPlace, secretPlaces } from '../../exchange/link/secret-places.ts'
import { useText } from '../../messages/use-text.ts'
import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { Notice } from '../../ui/notice.tsx'
import css from './share.module.css'

const LISTED = 5

/** Says where something stands that looks like a key, before it goes out. */
export function SecretWarning({ snapshot }: { readonly snapshot: PlaygroundSnapshot }) {
  const say = useText('sharing')
  const places = useMemo(() => secretPlaces(snapshot), [snapshot])
  const textOf = (place: SecretPlace): string => {
    switch (place.kind) {
      case 'message':
        return say('secretIn_message', { number: place.number })
      case 'value':
        return say('secretIn_value', { number: place.number, name: place.name })
      case 'case':
        return say('secretIn_case', { number: place.number })
      default:
        return say('secretIn_setting', { name: place.name })
    }
  }
  if (places.length === 0) return null
  return (
    <Notice tone="warning" code="secret" title={say('secretTitle')}>
      <ul className={css.problems}>
        {places.slice(0, LISTED).map((place) => (
          <li key={JSON.stringify(place)}>
            <bdi>{textOf(place)}</bdi>
          </li>
        ))}
        {places.length > LISTED && <li>{say('secretRest', { count: places.length - LISTED })}</li>}
      </ul>
      <p>{say('secretMore')}</p>
    </Notice>
  )
}
