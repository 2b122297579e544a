import { useState } from 'react'
import { Lock } from 'lucide-react'
import { classNames } from './class-names.ts'
import css from './field.module.css'
import { Icon } from './icon.tsx'
import { isInside, parseNumber, stepNumber } from './parse-number.ts'

export interface NumberFieldProps {
  readonly label: string
  /** Null is blank: nothing is sent. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
  /** The provider's default, where blank means that. */
  readonly placeholder?: string | undefined
  /** False where the field must hold a number: blank then goes back to what was. */
  readonly blankable?: boolean
  readonly integer?: boolean
  readonly size?: 24 | 28 | 32
  readonly locked?: boolean
  readonly describedBy?: string | undefined
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** A number by typing, arrow keys or blank. What is outside the bounds is marked and kept: the field above says what the bounds are. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max, step = 1, placeholder, blankable = true, integer = false, size = 28, locked = false } = props
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : String(value))
  const parsed = parseNumber(shown)
  const isWrong =
    !parsed.ok || (parsed.value !== null && (!isInside(parsed.value, { min, max }) || (integer && !Number.isInteger(parsed.value))))
  const change = (text: string) => {
    setDraft(text)
    const next = parseNumber(text)
    if (!next.ok || (next.value === null && !blankable)) return
    if (next.value !== null && integer && !Number.isInteger(next.value)) return
    if (next.value !== null && !blankable && !isInside(next.value, { min, max })) return
    onChange(next.value)
  }
  const move = (direction: 1 | -1, times: number) => {
    const from = parsed.ok && parsed.value !== null ? parsed.value : (value ?? (Number(placeholder) || min || 0))
    setDraft(null)
    onChange(stepNumber(from, direction, { min, max, step: step * times }))
  }
  return (
    <label className={classNames(css.field, css.number, locked && css.locked, props.className)} data-size={size}>
      {locked && <Icon of={Lock} size={14} />}
      <input
        role="spinbutton"
        inputMode={integer ? 'numeric' : 'decimal'}
        dir="ltr"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={props.describedBy}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        data-testid={props['data-testid']}
        placeholder={locked ? '–' : placeholder}
        readOnly={locked}
        value={locked ? '' : shown}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setDraft(isWrong && parsed.ok && blankable ? draft : null)}
        onKeyDown={(event) => {
          if (locked || event.altKey || event.ctrlKey || event.metaKey) return
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          move(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey ? 10 : 1)
        }}
      />
    </label>
  )
}
