import type { Check, CheckOf } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { TextArea } from '../../ui/text-area.tsx'
import css from './checks.module.css'
import { type TextKind, withText } from './edited-check.ts'

export interface TextFieldsProps {
  readonly check: CheckOf<TextKind>
  readonly onChange: (check: Check) => void
}

/** The text that is looked for. */
export function TextFields({ check, onChange }: TextFieldsProps) {
  const say = useText('checks')
  const value = check.value ?? ''
  return (
    <>
      <TextArea
        label={say('text')}
        placeholder={say('textHint')}
        rows={Math.min(8, value.split('\n').length)}
        value={value}
        onChange={(text) => onChange(withText(check, text))}
      />
      <p className={css.help}>{say('textHelp', { example: '{{variable}}' })}</p>
    </>
  )
}
