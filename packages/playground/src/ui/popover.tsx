import type { ReactElement, ReactNode } from 'react'
import { popoverParts } from './late-parts.ts'
import { usePopupTrigger } from './use-popup-trigger.ts'

export interface PopoverProps {
  readonly trigger: ReactElement
  /** The accessible name of what opens. */
  readonly label: string
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string | undefined
}

export function Popover({ trigger, label, children, side = 'bottom', align = 'start', open, onOpenChange, className }: PopoverProps) {
  const popup = usePopupTrigger({ trigger, kind: 'dialog', open, onOpenChange, preload: popoverParts.load })
  const parts = popoverParts.use()
  return (
    <>
      {popup.element}
      {popup.isDrawn && parts && (
        <parts.PopoverPopup
          anchor={popup.anchor}
          open={popup.isOpen}
          onOpenChange={popup.setOpen}
          label={label}
          side={side}
          align={align}
          className={className}
        >
          {children}
        </parts.PopoverPopup>
      )}
    </>
  )
}
