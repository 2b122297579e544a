import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import css from './notice.module.css'

const ICONS = { danger: CircleX, warning: TriangleAlert, info: Info } as const

export interface NoticeProps {
  readonly tone: keyof typeof ICONS
  /** An error's code, or a name for what is said; `data-code`. */
  readonly code: string
  readonly title: ReactNode
  readonly children?: ReactNode
  /** One button. */
  readonly action?: ReactNode
  readonly className?: string | undefined
}

/** What went wrong or is worth knowing, where it matters: cause first, then words of others, then one thing to do. */
export function Notice({ tone, code, title, children, action, className }: NoticeProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      data-testid="error-notice"
      data-code={code}
      className={classNames(css.notice, css[tone], className)}
    >
      <Icon of={ICONS[tone]} />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {children !== undefined && <div className={css.more}>{children}</div>}
      </div>
      {action}
    </div>
  )
}
