import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './select.module.css'

export interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
  /** `quiet` has no edge until hovered: for a choice inside a line of text. */
  readonly kind?: 'line' | 'quiet'
  readonly size?: 24 | 28
  readonly className?: string | undefined
  readonly disabled?: boolean
  readonly 'data-testid'?: string
  /** Drawn before the value, inside the control. */
  readonly start?: ReactNode
}

/**
 * The browser's own select, in our dress: it brings the right popup for a keyboard, a screen reader and a thumb, and costs nothing to
 * load.
 */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  kind = 'line',
  size = 28,
  className,
  start,
  disabled = false,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={classNames(css.box, css[kind], className)} data-size={size}>
      {start}
      <select
        {...rest}
        aria-label={label}
        value={value}
        disabled={disabled}
        className={css.select}
        onChange={(event) => {
          const next = options.find((option) => option.value === event.target.value)
          if (next) onChange(next.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
