import type { LucideIcon } from 'lucide-react'
import css from './button.module.css'
import { Button, type ButtonProps } from './button.tsx'
import { Icon } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'endIcon' | 'iconFilled' | 'children' | 'aria-label' | 'keys'> {
  readonly icon: LucideIcon
  /** What it does; the accessible name and the tooltip. */
  readonly label: string
  readonly iconSize?: 12 | 14 | 16
  readonly mirrored?: boolean
  /** Off where a popup of its own opens on the same side. */
  readonly tooltip?: boolean
}

export function IconButton({
  icon,
  label,
  iconSize,
  mirrored = false,
  tooltip = true,
  kind = 'quiet',
  size = 28,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button {...rest} kind={kind} size={size} aria-label={label} className={`${css.bare} ${className ?? ''}`}>
      <Icon of={icon} size={iconSize ?? (size === 24 ? 14 : 16)} mirrored={mirrored} />
    </Button>
  )
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
