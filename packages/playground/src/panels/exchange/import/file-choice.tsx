import { useId } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'

/** More names than anybody reads; one after the other takes them all. */
const SHOWN = 50

/** Several files came at once: one of them, or all, one after the other. */
export function FileChoice({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { integer } = useFormats()
  const id = useId()
  const files = control.draft.queue?.files ?? []
  return (
    <section className={css.part} data-testid="import-files">
      <h3 className={css.title}>{say('severalFiles', { count: files.length })}</h3>
      <p>{say('severalAsk')}</p>
      <ul className={css.files}>
        {Object.entries(files.slice(0, SHOWN)).map(([place, file]) => (
          <li key={place}>
            <bdi id={`${id}-${place}`}>{file.name}</bdi>
            <span className={css.quiet}>{say('bytes', { bytes: integer(file.size) })}</span>
            <Button size={24} aria-describedby={`${id}-${place}`} onClick={() => control.chooseFile(Number(place), false)}>
              {say('onlyThisOne')}
            </Button>
          </li>
        ))}
      </ul>
      {files.length > SHOWN && <p className={css.small}>{say('bucketMore', { count: files.length - SHOWN })}</p>}
      <Button kind="primary" onClick={() => control.chooseFile(0, true)}>
        {say('oneByOne')}
      </Button>
    </section>
  )
}
