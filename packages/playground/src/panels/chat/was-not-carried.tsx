import { useText } from '../../messages/use-text.ts'
import type { Cell } from '../../state/cell.ts'
import css from './answers.module.css'

/** What of the conversation its provider could not be given, as the service says after sending. */
export function WasNotCarried({ cell }: { readonly cell: Cell }) {
  const say = useText('conversation')
  const dropped = cell.settings?.dropped.filter(({ name }) => name.startsWith('messages')) ?? []
  if (dropped.length === 0) return null
  return (
    <div className={css.dropped} data-part="was-not-carried">
      <p>{say('wasNotCarried', { model: cell.model ?? '' })}</p>
      <ul>
        {dropped.map(({ name, reason }) => (
          <li key={name}>
            <code dir="ltr">{name}</code> <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
