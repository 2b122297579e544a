import { useCauseWords } from '../../../messages/cause-words.ts'
import { toldOfFailure } from '../../../messages/told-of.ts'
import { useText } from '../../../messages/use-text.ts'
import type { Cell } from '../../../state/cell.ts'
import { isActive } from '../../../state/cell-lifecycle.ts'
import { Notice } from '../../../ui/notice.tsx'
import { CodeView } from '../code-view.tsx'
import { ReceivedSide } from './received-side.tsx'
import css from './wire.module.css'

/** What came of an edited request: its failure, its answer, and the wire of it. */
export function EditedAnswer({ cell }: { readonly cell: Cell | null }) {
  const say = useText('drawer')
  const causeWords = useCauseWords()
  if (cell === null) return <p className={css.none}>{say('editedNotSent')}</p>
  const attempt = cell.wire.at(-1)
  return (
    <div className={css.answerSide} data-testid="edited-answer" data-state={cell.state}>
      {cell.failure !== null && (
        <Notice tone="danger" code={cell.failure.code} title={say('editedFailed')} className={css.notice}>
          <bdi title={cell.failure.message}>{causeWords(toldOfFailure(cell.failure))}</bdi>
        </Notice>
      )}
      {cell.text !== '' && (
        <section aria-label={say('editedAnswer')}>
          <CodeView text={cell.text} label={say('editedAnswer')} />
        </section>
      )}
      {attempt === undefined && isActive(cell.state) && <p className={css.none}>{say('editedWaiting')}</p>}
      {attempt !== undefined && <ReceivedSide key={`${attempt.round ?? 1}.${attempt.attempt}`} attempt={attempt} />}
    </div>
  )
}
