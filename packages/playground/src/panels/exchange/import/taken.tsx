import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { nextInQueue } from './import-draft.ts'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'

/** The file, or the long text, that is being imported. */
export function Taken({ control, onChoose }: { readonly control: ImportControl; readonly onChoose: () => void }) {
  const say = useText('exchangeImport')
  const { integer } = useFormats()
  const { source, queue } = control.draft
  if (source === null) return null
  return (
    <div className={css.taken}>
      {source.name === '' && typeof source.content === 'string' ? (
        <span>{say('pasted', { length: integer(source.content.length) })}</span>
      ) : (
        <bdi title={source.name}>{source.name}</bdi>
      )}
      {queue !== null && queue.at !== null && queue.goesOn && (
        <span className={css.quiet}>{say('fileOf', { number: integer(queue.at + 1), total: integer(queue.files.length) })}</span>
      )}
      {nextInQueue(control.draft) !== null && <Button onClick={() => control.takeNext()}>{say('skipFile')}</Button>}
      {source.name === '' ? (
        <Button onClick={control.clear}>{say('pasteAnother')}</Button>
      ) : (
        <Button onClick={onChoose}>{say('chooseAnother')}</Button>
      )}
    </div>
  )
}
