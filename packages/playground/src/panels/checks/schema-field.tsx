import { useState } from 'react'
import type { Check, CheckOf, JsonSchema } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { FieldError } from '../../ui/field-error.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { readCheckSchema } from './edited-check.ts'

export interface SchemaFieldProps {
  readonly check: CheckOf<'matches-schema'>
  readonly onChange: (check: Check) => void
}

/** A schema as JSON. What is none leaves the last one in force; once another one is in force, the text is that one's. */
export function SchemaField({ check, onChange }: SchemaFieldProps) {
  const say = useText('checks')
  const [typed, setTyped] = useState<{ readonly text: string; readonly inForce: JsonSchema } | null>(null)
  const text = typed !== null && typed.inForce === check.schema ? typed.text : JSON.stringify(check.schema, null, 2)
  const isWrong = readCheckSchema(text) === null
  const type = (next: string) => {
    const read = readCheckSchema(next)
    const isSame = read === null || JSON.stringify(read) === JSON.stringify(check.schema)
    setTyped({ text: next, inForce: isSame ? check.schema : read })
    if (!isSame) onChange({ ...check, schema: read })
  }
  return (
    <>
      <TextArea
        label={say('schema')}
        mono
        dir="ltr"
        rows={Math.min(16, text.split('\n').length)}
        value={text}
        invalid={isWrong}
        onChange={type}
      />
      {isWrong && <FieldError>{say('schemaNeeded')}</FieldError>}
    </>
  )
}
