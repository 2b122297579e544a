import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './segmented.module.css'

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly disabledReason?: string | undefined }[]
  readonly onChange: (value: Value) => void
  /** 24 in cards and panes, 32 where fingers point. */
  readonly size?: 24 | 28 | 32
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** Two to four exclusive choices, all of them in sight. */
export function Segmented<Value extends string>({ label, value, options, onChange, size = 28, className, ...rest }: SegmentedProps<Value>) {
  return (
    <div role="group" aria-label={label} data-size={size} className={classNames(css.segmented, className)} {...rest}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          data-value={option.value}
          aria-pressed={option.value === value}
          {...(option.disabledReason !== undefined && { 'aria-disabled': true, title: option.disabledReason })}
          onClick={() => option.disabledReason === undefined && option.value !== value && onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
