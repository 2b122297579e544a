import { useState } from 'react'
import { useReasonWords } from '../../../messages/reason-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import { FieldError } from '../../../ui/field-error.tsx'
import { latePart } from '../../../ui/late-part.tsx'
import { Section } from '../../../ui/section.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useFieldNotes } from '../use-field-notes.ts'
import { useSettings } from '../use-settings.ts'
import { FORMAT_KINDS, type FormatKind, formatRefusal, type SchemaFormat, settingFor } from './format-choice.ts'
import css from './response-format.module.css'

// Reading and checking schemas is of no use to whoever asks for none.
const SchemaForm = latePart(async () => (await import('./schema-form.tsx')).SchemaForm)

/** In which form the answer comes. What the model cannot do is locked, with the reason. */
export function ResponseFormatSection() {
  const say = useText('modelConfig')
  const reasonWords = useReasonWords()
  const { settings, change } = useSettings()
  const model = useModel(settings.model)
  const note = useFieldNotes().get('responseFormat')
  const { responseFormat } = settings
  const kind: FormatKind = responseFormat?.type ?? 'text'
  const [lastSchema, setLastSchema] = useState<SchemaFormat | null>(null)
  const words = { text: say('text'), json_object: say('jsonObject'), json_schema: say('jsonSchemaFormat') } as const
  const refusals = FORMAT_KINDS.map((option) => ({ option, reason: formatRefusal(option, settings, model) }))
  const reasons = new Set(refusals.filter(({ reason }) => reason !== null).map(({ reason }) => reasonWords(reason ?? '')))
  const choose = (next: FormatKind) => {
    if (responseFormat?.type === 'json_schema') setLastSchema(responseFormat)
    change({ responseFormat: settingFor(next, lastSchema) })
  }
  return (
    <Section
      title={say('format')}
      aria-label={say('formatLabel')}
      data-part="response-format"
      end={
        <Segmented
          label={say('formatLabel')}
          size={24}
          value={kind}
          options={refusals.map(({ option, reason }) => ({
            value: option,
            label: words[option],
            disabledReason: reason === null ? undefined : reasonWords(reason),
          }))}
          onChange={choose}
        />
      }
    >
      {[...reasons].map((reason) => (
        <p key={reason} className={css.why}>
          {reason}
        </p>
      ))}
      {note !== undefined && <FieldError>{say('refusedBy', { message: note })}</FieldError>}
      {kind === 'json_object' && <p className={css.why}>{say('jsonObjectHelp')}</p>}
      {responseFormat?.type === 'json_schema' && (
        <SchemaForm format={responseFormat} onChange={(format) => change({ responseFormat: format })} />
      )}
    </Section>
  )
}
