import { type FocusEvent, type PointerEvent, type ReactElement, type ReactNode, cloneElement, useEffect, useState } from 'react'
import { tooltipParts } from './late-parts.ts'

const DELAY_MS = 500

export interface TooltipProps {
  readonly text: ReactNode
  readonly children: ReactElement
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
}

interface TriggerProps {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void
  readonly onFocus?: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void
}

/** A few words on hover and focus. What somebody must know stands beside the thing, not in here alone. */
export function Tooltip({ text, children, side = 'top' }: TooltipProps) {
  const [pointedAt, setPointedAt] = useState<HTMLElement | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const parts = tooltipParts.use()
  useEffect(() => {
    if (pointedAt === null) return undefined
    tooltipParts.load()
    const timer = setTimeout(() => setAnchor(pointedAt), DELAY_MS)
    return () => clearTimeout(timer)
  }, [pointedAt])
  const given = children.props as TriggerProps
  const hide = () => {
    setPointedAt(null)
    setAnchor(null)
  }
  const trigger = cloneElement<object>(
    children as ReactElement<object>,
    {
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        given.onPointerEnter?.(event)
        if (event.pointerType !== 'touch') setPointedAt(event.currentTarget)
      },
      onPointerLeave: hide,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        given.onPointerDown?.(event)
        hide()
      },
      onFocus: (event: FocusEvent<HTMLElement>) => {
        given.onFocus?.(event)
        if (!event.currentTarget.matches(':focus-visible')) return
        tooltipParts.load()
        setAnchor(event.currentTarget)
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        given.onBlur?.(event)
        hide()
      },
    } as object,
  )
  return (
    <>
      {trigger}
      {anchor !== null && parts && (
        <parts.TooltipPopup anchor={anchor} side={side} onClose={hide}>
          {text}
        </parts.TooltipPopup>
      )}
    </>
  )
}
