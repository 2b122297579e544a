import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './button.module.css'
import { Button, type ButtonProps } from './button.tsx'
import { Menu } from './menu.tsx'

export interface SplitButtonProps extends Omit<ButtonProps, 'endIcon'> {
  /** The name of the second button. */
  readonly menuLabel: string
  /** Items of its menu. */
  readonly menu: ReactNode
}

/** An action and, beside it, its variations. */
export function SplitButton({ menuLabel, menu, kind = 'line', size = 28, ...rest }: SplitButtonProps) {
  return (
    <span className={css.split}>
      <Button {...rest} kind={kind} size={size} />
      <Menu align="end" trigger={<Button kind={kind} size={size} aria-label={menuLabel} icon={ChevronDown} />}>
        {menu}
      </Menu>
    </span>
  )
}
