import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfProblem } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { convertedMessages, type PromptConversion } from './conversion.ts'
import { differences } from './differences.ts'
import css from './prompt-editor.module.css'

/** Shows what a change of format would rewrite, before anything is. */
export function ConversionDialog({ conversion, onClose }: { readonly conversion: PromptConversion; readonly onClose: () => void }) {
  const say = useText('promptEditor')
  const causeWords = useCauseWords()
  const { state } = usePlayground()
  const { to, texts, broken } = conversion
  const notes = texts.flatMap(({ messageId, notes: found }) => found.map((note) => ({ ...note, at: `${messageId} ${note.span.offset}` })))
  const keep = () => {
    state.prompt.variants.convert(to, new Map())
    onClose()
  }
  const convert = () => {
    const { variants } = state.prompt
    variants.convert(
      to,
      new Map(state.store.get(variants.listAtom).map(({ id, messages }) => [id, convertedMessages(messages, conversion)])),
    )
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={say('convertTitle', { format: to })}
      closeLabel={say('close')}
      data-testid="convert-dialog"
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button onClick={keep}>{say('keep')}</Button>
          <Button kind="primary" onClick={convert}>
            {say('convert')}
          </Button>
        </>
      }
    >
      <div className={css.changes}>
        <p className={css.lead}>{texts.some(({ before, after }) => before !== after) ? say('convertLead') : say('convertNothing')}</p>
        {texts
          .filter(({ before, after }) => before !== after)
          .map(({ messageId, number, before, after }) => (
            <figure key={messageId} aria-label={say('messageNumber', { number })}>
              <pre className={css.changed} dir="auto" tabIndex={0}>
                {differences(before, after).map(({ at, kind, value }) =>
                  kind === 'added' ? <ins key={at}>{value}</ins> : kind === 'removed' ? <del key={at}>{value}</del> : value,
                )}
              </pre>
            </figure>
          ))}
        {notes.length > 0 && (
          <>
            <p className={css.lead}>{say('convertNotes', { count: notes.length })}</p>
            <ul className={css.notes}>
              {notes.map((note) => (
                <li key={note.at}>
                  <code dir="ltr">{note.text}</code> {causeWords(note)}
                </li>
              ))}
            </ul>
          </>
        )}
        {broken.map(({ number, problem }) => (
          <p key={number} className={css.problem}>
            {say('convertBroken', { number, message: causeWords(toldOfProblem(problem)) })}
          </p>
        ))}
      </div>
    </Dialog>
  )
}
