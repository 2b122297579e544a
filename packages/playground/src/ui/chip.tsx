import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './chip.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export interface ChipProps {
  readonly tone?: 'neutral' | 'pass' | 'fail' | 'warn' | 'accent' | 'think' | 'line'
  readonly icon?: LucideIcon
  readonly children: ReactNode
  readonly title?: string | undefined
}

export function Chip({ tone = 'neutral', icon, children, title }: ChipProps) {
  return (
    <span className={classNames(css.chip, css[tone])} title={title}>
      {icon && <Icon of={icon} size={12} />}
      {children}
    </span>
  )
}
