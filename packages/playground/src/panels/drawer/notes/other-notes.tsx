import { useAtomValue } from 'jotai'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { otherNotes } from '../../../state/answer-note.ts'
import { type Note, noteKey } from '../../../state/notes.ts'
import type { OutputRef } from '../../../state/output-ref.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Icon } from '../../../ui/icon.tsx'
import box from '../drawer.module.css'
import css from './notes.module.css'
import { RATINGS } from './rating-words.ts'

/** The notes on earlier answers, and on the other answers of this run. `of` null: there is no answer now. */
export function OtherNotes({ at, of }: { readonly at: OutputRef; readonly of: Note | null }) {
  const say = useText('notes')
  const formats = useFormats()
  const { notes, execution } = usePlayground().state
  const all = useAtomValue(notes.allAtom)
  const previous = useAtomValue(execution.previousAtom(at))
  const others = otherNotes(all, at, of)
  if (others.length === 0) return null
  const whose = ({ runId, repetition }: Note): string => {
    if (runId === of?.runId) return say('sameRun', { number: formats.integer(repetition + 1) })
    return say(runId === previous?.runId ? 'runBefore' : 'earlierRun')
  }
  return (
    <section aria-label={say('others')} data-part="other-notes">
      <h3 className={box.heading}>{say('others')}</h3>
      <ul className={css.others}>
        {others.map((note) => {
          const said = RATINGS.find((one) => one.rating === note.rating)
          return (
            <li key={noteKey(note)}>
              <p className={box.line}>
                <b>{whose(note)}</b>
                {said !== undefined && (
                  <span className={css.word}>
                    <Icon of={said.icon} size={12} />
                    {say(said.word)}
                  </span>
                )}
                {note.model !== null && <bdi className={box.small}>{note.model}</bdi>}
              </p>
              {note.text !== '' && (
                <p className={css.text} dir="auto">
                  {note.text}
                </p>
              )}
              <blockquote className={css.answer} dir="auto">
                {note.answer === '' ? say('noText') : note.answer}
              </blockquote>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
