import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './checkbox.module.css'

export interface CheckboxProps {
  /** The accessible name; drawn too where `children` is absent and `hideLabel` is not set. */
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hideLabel?: boolean
  readonly children?: ReactNode
  readonly disabled?: boolean
  readonly tabIndex?: number
  /** Drawn as a switch: for what takes effect at once. */
  readonly form?: 'box' | 'switch'
  readonly 'data-testid'?: string
}

export function Checkbox({ label, checked, onChange, hideLabel = false, children, form = 'box', ...rest }: CheckboxProps) {
  return (
    <label className={css.line}>
      <input
        {...rest}
        type="checkbox"
        {...(form === 'switch' && { role: 'switch' })}
        aria-label={label}
        checked={checked}
        className={classNames(form === 'switch' ? css.switch : css.box)}
        onChange={(event) => onChange(event.target.checked)}
      />
      {!hideLabel && (children ?? label)}
    </label>
  )
}

export const Switch = (props: Omit<CheckboxProps, 'form'>) => <Checkbox {...props} form="switch" />
