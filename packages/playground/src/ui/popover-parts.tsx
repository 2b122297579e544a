import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import popup from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'
import { useFocusBack } from './use-focus-back.ts'

export interface PopoverPopupProps {
  readonly anchor: HTMLElement | null
  readonly open: boolean
  readonly onOpenChange: (open: boolean, pressedOutsideAtMs: number) => void
  readonly label: string
  readonly side: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly align: 'start' | 'center' | 'end'
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Loaded when a popover is first reached for. */
export function PopoverPopup({ anchor, open, onOpenChange, label, side, align, className, children }: PopoverPopupProps) {
  const container = usePortalContainer()
  const { element, finalFocus } = useFocusBack(open, anchor)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { reason, event }) =>
        onOpenChange(next, reason === 'outside-press' ? event.timeStamp : Number.NEGATIVE_INFINITY)
      }
    >
      <Base.Portal container={container}>
        <Base.Positioner anchor={anchor} side={side} align={align} sideOffset={4} positionMethod="fixed" className={popup.positioner}>
          <Base.Popup ref={element} finalFocus={finalFocus} aria-label={label} className={classNames(popup.popup, className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
