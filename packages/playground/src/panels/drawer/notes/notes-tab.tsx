import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import box from '../drawer.module.css'
import { EmptyTab } from '../empty-tab.tsx'
import type { TabProps } from '../output/output-tab.tsx'
import css from './notes.module.css'
import { OtherNotes } from './other-notes.tsx'
import { RATINGS } from './rating-words.ts'
import { useNote } from './use-note.ts'

/** What people think of this answer, and what they thought of the others in its place. */
export function NotesTab({ shown }: TabProps) {
  const edited = useNote(shown.at)
  const say = useText('notes')
  if (edited === null)
    return (
      <div className={box.pane}>
        <EmptyTab shown={shown} />
        <OtherNotes at={shown.at} of={null} />
      </div>
    )
  const { note, rate, write } = edited
  return (
    <div className={box.pane}>
      <div className={css.rating} role="group" aria-label={say('question')}>
        <span>{say('question')}</span>
        {RATINGS.map(({ rating, icon, word }) => (
          <Button
            key={rating}
            icon={icon}
            aria-pressed={note.rating === rating}
            data-testid={`rate-${rating}`}
            className={css.rate}
            onClick={() => rate(rating)}
          >
            {say(word)}
          </Button>
        ))}
      </div>
      <TextArea label={say('field')} placeholder={say('hint')} rows={5} value={note.text} data-testid="note-text" onChange={write} />
      <p className={box.small}>{say('stays')}</p>
      <OtherNotes at={shown.at} of={note} />
    </div>
  )
}
