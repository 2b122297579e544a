import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import css from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

export interface TooltipPopupProps {
  readonly anchor: HTMLElement | null
  readonly side: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Loaded when the first tooltip is to be shown. */
export function TooltipPopup({ anchor, side, onClose, children }: TooltipPopupProps) {
  const container = usePortalContainer()
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal container={container}>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} positionMethod="fixed" className={css.positioner}>
          <Base.Popup className={css.tip}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
