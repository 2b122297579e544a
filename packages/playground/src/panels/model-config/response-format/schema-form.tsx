import { useMemo, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Finding } from '../../../ui/finding.tsx'
import { Findings } from '../../../ui/findings.tsx'
import { Button } from '../../../ui/button.tsx'
import { Switch } from '../../../ui/checkbox.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { JsonMark } from './create-json-editor.ts'
import { faultText, placedText } from './fault-text.ts'
import { isSchemaName, type SchemaFormat, withSchema } from './format-choice.ts'
import { InferDialog } from './infer-dialog.tsx'
import { JsonField } from './json-field.tsx'
import css from './response-format.module.css'
import { readSchema, schemaText } from './schema-draft.ts'

export interface SchemaFormProps {
  readonly format: SchemaFormat
  readonly onChange: (format: SchemaFormat) => void
}

/** What is being typed, and the schema that stood in force then: once another one does, the text is that one's again. */
interface Typed {
  readonly text: string
  readonly inForce: unknown
}

/** Name, strictness and schema. A schema with a mistake says where it is and leaves the last good one in force. */
export function SchemaForm({ format, onChange }: SchemaFormProps) {
  const say = useText('modelConfig')
  const { name, strict = false, schema } = format.jsonSchema
  const [typed, setTyped] = useState<Typed | null>(null)
  const [isInferring, setInferring] = useState(false)
  const text = typed !== null && typed.inForce === schema ? typed.text : schemaText(schema)
  const draft = useMemo(() => readSchema(text, strict), [text, strict])
  const severity = draft.schema === null ? 'error' : 'warning'
  const marks = useMemo(
    () => draft.problems.map((problem): JsonMark => ({ offset: problem.offset, severity, message: faultText(problem, say) })),
    [draft, severity, say],
  )
  const type = (next: string) => {
    const read = readSchema(next, strict)
    const isSame = read.schema === null || JSON.stringify(read.schema) === JSON.stringify(schema)
    setTyped({ text: next, inForce: isSame ? schema : read.schema })
    if (!isSame && read.schema !== null) onChange(withSchema(format, { schema: read.schema }))
  }
  return (
    <div className={css.form}>
      <div className={css.line}>
        <TextField
          label={say('schemaName')}
          placeholder={say('schemaName')}
          mono
          value={name}
          invalid={!isSchemaName(name)}
          onChange={(next) => onChange(withSchema(format, { name: next }))}
        />
        <span title={say('strictHelp')}>
          <Switch label={say('strict')} checked={strict} onChange={(next) => onChange(withSchema(format, { strict: next }))} />
        </span>
      </div>
      {!isSchemaName(name) && <FieldError>{say('schemaNameWrong')}</FieldError>}
      <JsonField label={say('schema')} placeholder={say('schemaPlaceholder')} value={text} onChange={type} marks={marks} />
      <Findings data-part="schema-problems">
        {draft.problems.slice(0, 4).map((problem) => (
          <Finding key={`${problem.offset} ${faultText(problem, say)}`} isWrong={severity === 'error'}>
            {placedText(problem, say)}
          </Finding>
        ))}
        {draft.schema === null ? (
          <p className={css.kept}>{say('schemaKept')}</p>
        ) : (
          draft.problems.length === 0 && <p className={css.kept}>{say('schemaFine')}</p>
        )}
      </Findings>
      <Button size={24} onClick={() => setInferring(true)}>
        {say('infer')}
      </Button>
      {isInferring && (
        <InferDialog
          onClose={() => setInferring(false)}
          onUse={(inferred) => {
            setInferring(false)
            onChange(withSchema(format, { schema: inferred }))
          }}
        />
      )}
    </div>
  )
}
