import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import css from './icon.module.css'

export interface IconProps {
  readonly of: LucideIcon
  readonly size?: 12 | 14 | 16
  /** Play and square only. */
  readonly filled?: boolean
  /** Turns while something is awaited; still under reduced motion. */
  readonly spinning?: boolean
  /** Arrows and chevrons mirror in right-to-left text. */
  readonly mirrored?: boolean
  readonly className?: string | undefined
}

/** A decorative icon: the word beside it, or the label of its button, says what it means. */
export function Icon({ of: Drawing, size = 16, filled = false, spinning = false, mirrored = false, className }: IconProps) {
  return (
    <Drawing
      aria-hidden="true"
      size={size}
      strokeWidth={filled ? 1.5 : 2.25}
      fill={filled ? 'currentColor' : 'none'}
      className={classNames(css.icon, spinning && css.spinning, mirrored && css.mirrored, className)}
    />
  )
}
