import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'

export interface TextAreaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mono?: boolean
  readonly invalid?: boolean
  readonly 'data-testid'?: string
}

export function TextArea({ label, value, onChange, mono = false, invalid = false, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      dir="auto"
      rows={4}
      {...rest}
      aria-label={label}
      aria-invalid={invalid || undefined}
      value={value}
      className={classNames(css.area, mono && css.mono, className)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
