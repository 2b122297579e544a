import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

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
  const container = usePortalContainer()
  return (
    <Base.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner side={side} align={align} sideOffset={4} positionMethod="fixed" className={popup.positioner}>
          <Base.Popup aria-label={label} className={classNames(popup.popup, className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
