import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { OpenMark } from '../../ui/open-mark.tsx'
import css from './disclosure.module.css'

export interface DisclosureProps {
  readonly title: ReactNode
  readonly icon?: LucideIcon
  readonly startsOpen?: boolean
  /** At the end of the line, beside the button. */
  readonly end?: ReactNode
  readonly tone?: 'plain' | 'thinking'
  readonly children: ReactNode
  readonly 'data-testid'?: string
}

/** A line that opens a box under it. */
export function Disclosure({ title, icon, startsOpen = false, end, tone = 'plain', children, ...rest }: DisclosureProps) {
  const id = useId()
  const [open, setOpen] = useState(startsOpen)
  return (
    <div {...rest} className={classNames(css.box, css[tone])}>
      <div className={css.line}>
        <button type="button" className={css.opener} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <OpenMark isOpen={open} />
          {icon && <Icon of={icon} size={14} />}
          <span className={css.title}>{title}</span>
        </button>
        {end}
      </div>
      <div id={id} hidden={!open} className={css.content}>
        {open && children}
      </div>
    </div>
  )
}
