import { useMemo, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { jsonFaultText } from './fault-text.ts'
import { inferSchema } from './infer-schema.ts'
import { placeAt, readJson } from './read-json.ts'
import css from './response-format.module.css'
import { schemaText } from './schema-draft.ts'

export interface InferDialogProps {
  readonly onClose: () => void
  readonly onUse: (schema: Readonly<Record<string, unknown>>) => void
}

/** Takes an answer as it should be, and shows the schema it makes before anything changes. */
export function InferDialog({ onClose, onUse }: InferDialogProps) {
  const say = useText('modelConfig')
  const [example, setExample] = useState('')
  const reading = useMemo(() => readJson(example), [example])
  const schema = useMemo(() => (reading.ok ? inferSchema(reading.value) : null), [reading])
  const isBlank = example.trim() === ''
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={say('inferTitle')}
      closeLabel={say('close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button kind="primary" disabled={schema === null} onClick={() => schema !== null && onUse(schema)}>
            {say('inferUse')}
          </Button>
        </>
      }
    >
      <div className={css.infer}>
        <p className={css.kept}>{say('inferLead')}</p>
        <TextArea
          label={say('inferField')}
          value={example}
          onChange={setExample}
          mono
          dir="ltr"
          rows={8}
          invalid={!isBlank && !reading.ok}
        />
        {!isBlank && !reading.ok && (
          <FieldError>{say('placed', { ...placeAt(example, reading.offset), message: jsonFaultText(reading.fault, say) })}</FieldError>
        )}
        {schema !== null && (
          <pre className={css.inferred} aria-label={say('inferResult')} dir="ltr">
            {schemaText(schema)}
          </pre>
        )}
      </div>
    </Dialog>
  )
}
