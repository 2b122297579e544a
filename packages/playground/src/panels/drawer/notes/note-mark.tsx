import { MessageSquare } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { saysNothing } from '../../../state/notes.ts'
import type { OutputRef } from '../../../state/output-ref.ts'
import { Icon } from '../../../ui/icon.tsx'
import css from './notes.module.css'
import { RATINGS } from './rating-words.ts'
import { useNote } from './use-note.ts'

/** In a cell: what was said of the answer that it shows, on one line. */
export function NoteMark({ at }: { readonly at: OutputRef }) {
  const edited = useNote(at)
  const say = useText('notes')
  if (edited === null || saysNothing(edited.note)) return null
  const { rating, text } = edited.note
  const said = RATINGS.find((one) => one.rating === rating)
  return (
    <p className={css.mark} data-part="note-mark" data-rating={rating ?? undefined}>
      {said !== undefined && (
        <span className={css.word}>
          <Icon of={said.icon} size={12} />
          {say(said.word)}
        </span>
      )}
      {text !== '' && (
        <span className={css.said} title={text}>
          <Icon of={MessageSquare} size={12} />
          <bdi>{text}</bdi>
        </span>
      )}
    </p>
  )
}
