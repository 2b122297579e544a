import { useRef, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import css from './import-form.module.css'
import { Facts } from './facts.tsx'
import { Problems } from './problems.tsx'
import type { ImportControl } from './use-import-draft.ts'

const ENDINGS = '.csv,.tsv,.tab,.txt,.xlsx,.json,.jsonl,.ndjson,.yaml,.yml,.html'

/** The first step: a file or a text, and what it was found to be. */
export function RecogniseStep({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { source, isReading, unreadable, recognition } = control.draft
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(typeof source?.content === 'string' && source.name === '' ? source.content : '')
  const isFile = source !== null && source.name !== ''
  const choose = () => file.current?.click()
  return (
    <>
      {isFile ? (
        <div className={css.taken}>
          <bdi>{source.name}</bdi>
          <Button onClick={choose}>{say('chooseAnother')}</Button>
        </div>
      ) : (
        <>
          <div className={css.drop}>
            {say('drop')} <Button onClick={choose}>{say('choose')}</Button>
            <p className={css.small}>{say('accepts')}</p>
          </div>
          <TextArea
            label={say('paste')}
            placeholder={say('paste')}
            mono
            rows={5}
            value={text}
            onChange={(next) => {
              setText(next)
              control.takeText(next)
            }}
          />
        </>
      )}
      <div aria-live="polite" className={css.part}>
        {isReading && <p className={css.small}>{say('reading')}</p>}
        {unreadable !== null && <Notice tone="danger" code="unreadable" title={say('unreadable', { name: unreadable })} />}
        {recognition !== null && (
          <Facts recognition={recognition} options={control.draft.options} onCorrect={(options) => control.correct(options)} />
        )}
        {recognition !== null && <Problems recognition={recognition} />}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say('file')}
        accept={ENDINGS}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          // The same file again is a choice too: it may have been corrected.
          event.target.value = ''
          if (chosen !== undefined) void control.takeFile(chosen)
        }}
      />
    </>
  )
}
