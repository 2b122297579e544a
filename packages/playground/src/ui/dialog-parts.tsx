import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { classNames } from './class-names.ts'
import css from './dialog.module.css'
import type { DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

/** Loaded when a dialog first opens. Traps focus while open and gives it back. */
export function DialogPopup({
  open,
  onOpenChange,
  onClosed,
  title,
  closeLabel,
  children,
  actions,
  form = 'centre',
  wide = false,
  bare = false,
  ...rest
}: DialogProps) {
  const container = usePortalContainer()
  const element = useRef<HTMLDivElement>(null)
  /** Whoever opens a form wants to type; on touch the keyboard would cover what there is to see first. */
  const initialFocus = () =>
    bare ||
    matchMedia('(pointer: coarse)').matches ||
    (element.current?.querySelector<HTMLElement>('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]') ??
      true)
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} onOpenChangeComplete={(next) => next || onClosed?.()}>
      <Base.Portal container={container}>
        <Base.Backdrop className={popup.backdrop} />
        <Base.Popup {...rest} ref={element} initialFocus={initialFocus} className={classNames(css.dialog, css[form], wide && css.wide)}>
          {bare ? (
            <Base.Title className="vitrine-unseen">{title}</Base.Title>
          ) : (
            <div className={css.head}>
              <Base.Title className={css.title}>{title}</Base.Title>
              <Base.Close render={<IconButton icon={X} label={closeLabel} tooltip={false} />} />
            </div>
          )}
          <div className={css.body}>{children}</div>
          {actions !== undefined && <div className={css.foot}>{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
