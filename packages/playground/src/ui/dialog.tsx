import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons, at the end of the last line. */
  readonly actions?: ReactNode
  /** `sheet` rises from the bottom edge, for narrow frames. */
  readonly form?: 'centre' | 'sheet'
  readonly wide?: boolean
  readonly 'data-testid'?: string
}

/** Traps focus while open and gives it back. */
export function Dialog({ open, onOpenChange, title, closeLabel, children, actions, form = 'centre', wide = false, ...rest }: DialogProps) {
  const container = usePortalContainer()
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal container={container}>
        <Base.Backdrop className={popup.backdrop} />
        <Base.Popup {...rest} className={classNames(css.dialog, form === 'sheet' ? css.sheet : css.centre, wide && css.wide)}>
          <header className={css.head}>
            <Base.Title className={css.title}>{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label={closeLabel} tooltip={false} />} />
          </header>
          <div className={css.body}>{children}</div>
          {actions !== undefined && <footer className={css.foot}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
