import { useState } from 'react'
import type { Check, CheckOf } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { Switch } from '../../ui/checkbox.tsx'
import { FieldError } from '../../ui/field-error.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './checks.module.css'
import { withAnyCase } from './edited-check.ts'

export interface PatternFieldsProps {
  readonly check: CheckOf<'regex'>
  readonly onChange: (check: Check) => void
}

/** A pattern and whether case counts. What is wrong with it is said by the results, which also say what cannot be searched for. */
export function PatternFields({ check, onChange }: PatternFieldsProps) {
  const say = useText('checks')
  const [isBlank, setBlank] = useState(false)
  const type = (pattern: string) => {
    setBlank(pattern === '')
    if (pattern !== '') onChange({ ...check, pattern })
  }
  return (
    <>
      <TextField label={say('pattern')} mono dir="ltr" size={24} value={isBlank ? '' : check.pattern} invalid={isBlank} onChange={type} />
      {isBlank && <FieldError>{say('patternNeeded')}</FieldError>}
      <Switch
        label={say('anyCase')}
        checked={check.flags?.includes('i') ?? false}
        onChange={(isAny) => onChange(withAnyCase(check, isAny))}
      />
      <p className={css.help}>{say('patternHelp')}</p>
    </>
  )
}
