import { useRef, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Facts } from './facts.tsx'
import { FileChoice } from './file-choice.tsx'
import css from './import-form.module.css'
import { MAX_SHOWN_PASTE } from './max-shown-paste.ts'
import { Problems } from './problems.tsx'
import { Reading } from './reading.tsx'
import { Taken } from './taken.tsx'
import type { ImportControl } from './use-import-draft.ts'

const ENDINGS = '.csv,.tsv,.tab,.txt,.xlsx,.json,.jsonl,.ndjson,.yaml,.yml,.py,.html'

/** The first step: a file or a text, and what it was found to be. */
export function RecogniseStep({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { source, queue, isReading, progress, recognition } = control.draft
  const file = useRef<HTMLInputElement>(null)
  const choose = () => file.current?.click()
  const isTaken = source !== null && (source.name !== '' || (typeof source.content === 'string' && source.content.length > MAX_SHOWN_PASTE))
  return (
    <>
      {queue !== null && queue.at === null && <FileChoice control={control} />}
      {isTaken && <Taken control={control} onChoose={choose} />}
      {!isTaken && queue === null && <Offer control={control} onChoose={choose} />}
      {isReading && (
        <Reading text={say(progress?.step ?? 'opening')} share={progress?.share ?? null} onStop={() => control.stopReading()} />
      )}
      <div aria-live="polite" className={css.part}>
        {recognition !== null && (
          <Facts recognition={recognition} options={control.draft.options} onCorrect={(options) => control.correct(options)} />
        )}
        {recognition !== null && <Problems recognition={recognition} />}
      </div>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        aria-label={say('file')}
        accept={ENDINGS}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          // The same file again is a choice too: it may have been corrected.
          event.target.value = ''
          if (chosen.length > 0) control.takeFiles(chosen)
        }}
      />
    </>
  )
}

/** Where a file can be dropped or a text pasted. */
function Offer({ control, onChoose }: { readonly control: ImportControl; readonly onChoose: () => void }) {
  const say = useText('exchangeImport')
  const { source } = control.draft
  const [text, setText] = useState(typeof source?.content === 'string' ? source.content : '')
  return (
    <>
      <div className={css.drop}>
        {say('drop')} <Button onClick={onChoose}>{say('choose')}</Button>
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
  )
}
