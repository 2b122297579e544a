import type { ComponentPropsWithRef, ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import css from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

export type ButtonKind = 'primary' | 'line' | 'quiet' | 'stop'

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly kind?: ButtonKind
  readonly size?: 24 | 28 | 32 | 44
  readonly icon?: LucideIcon
  readonly iconFilled?: boolean
  /** Drawn after the text, a chevron for example. */
  readonly endIcon?: LucideIcon
  /** tinykeys' notation; drawn as a chip inside the button. */
  readonly keys?: string
  /** A disabled button keeps its place in the tab order and says why, where there is a reason. */
  readonly disabled?: boolean
  readonly disabledReason?: string | undefined
  readonly children?: ReactNode
  readonly 'data-testid'?: string
}

export function Button({
  kind = 'line',
  size = 28,
  icon,
  iconFilled = false,
  endIcon,
  keys,
  disabled = false,
  disabledReason,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const off = disabled || disabledReason !== undefined
  return (
    <button
      type="button"
      {...rest}
      {...(off && { 'aria-disabled': true })}
      {...(disabledReason !== undefined && { title: disabledReason })}
      data-size={size}
      onClick={off ? (event) => event.preventDefault() : onClick}
      className={classNames(css.button, css[kind], className)}
    >
      {icon && <Icon of={icon} size={size >= 44 ? 16 : 14} filled={iconFilled} />}
      {children}
      {keys !== undefined && <KeyHint keys={keys} />}
      {endIcon && <Icon of={endIcon} size={size === 32 ? 14 : 12} />}
    </button>
  )
}
