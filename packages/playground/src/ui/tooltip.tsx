import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import css from './popup.module.css'
import { usePortalContainer } from './portal-container.tsx'

export interface TooltipProps {
  readonly text: ReactNode
  readonly children: ReactElement
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
}

/** A few words on hover and focus. What somebody must know stands beside the thing, not in here alone. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  const container = usePortalContainer()
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal container={container}>
        <Base.Positioner side={side} sideOffset={6} positionMethod="fixed" className={css.positioner}>
          <Base.Popup className={css.tip}>{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
