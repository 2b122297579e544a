import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'
import { Icon } from './icon.tsx'

export interface TextFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'type'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'search'
  readonly icon?: LucideIcon
  readonly size?: 24 | 28 | 32
  readonly mono?: boolean
  readonly invalid?: boolean
  readonly 'data-testid'?: string
}

export function TextField({
  label,
  value,
  onChange,
  icon,
  size = 28,
  mono = false,
  invalid = false,
  type = 'text',
  className,
  ...rest
}: TextFieldProps) {
  return (
    <label className={classNames(css.field, className)} data-size={size}>
      {icon && <Icon of={icon} size={14} />}
      <input
        {...rest}
        type={type}
        aria-label={label}
        aria-invalid={invalid || undefined}
        value={value}
        autoComplete="off"
        spellCheck={false}
        className={classNames(mono && css.mono)}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
