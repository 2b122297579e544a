import { type KeyboardEvent, type MouseEvent, type ReactElement, cloneElement, useState } from 'react'

export interface PopupTriggerOptions {
  readonly trigger: ReactElement
  readonly kind: 'menu' | 'dialog'
  /** Without it the popup opens and closes by itself. */
  readonly open: boolean | undefined
  readonly onOpenChange: ((open: boolean) => void) | undefined
  /** Begins to load what opens. */
  readonly preload: () => void
}

interface TriggerProps {
  readonly onClick?: (event: MouseEvent) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** Pressing the button of an open popup closes it from outside first; a click this soon after must not open it again. Milliseconds. */
const SAME_PRESS_MS = 500

/**
 * A button that opens a popup. The popup's code is not loaded before somebody points at the button or focuses it: none of it is needed
 * to draw the page.
 */
export function usePopupTrigger({ trigger, kind, open, onOpenChange, preload }: PopupTriggerOptions) {
  const [own, setOwn] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const [pressedOutsideAtMs, setPressedOutsideAtMs] = useState(Number.NEGATIVE_INFINITY)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isOpen = open ?? own
  const setOpen = (next: boolean, atMs = Number.NEGATIVE_INFINITY) => {
    if (next) {
      preload()
      setWasOpened(true)
    } else setPressedOutsideAtMs(atMs)
    setOwn(next)
    onOpenChange?.(next)
  }
  const given = trigger.props as TriggerProps
  const element = cloneElement<object>(
    trigger as ReactElement<object>,
    {
      ref: setAnchor,
      'aria-haspopup': kind,
      'aria-expanded': isOpen,
      onPointerEnter: preload,
      onFocus: preload,
      onClick: (event: MouseEvent) => {
        given.onClick?.(event)
        if (isOpen || event.timeStamp - pressedOutsideAtMs > SAME_PRESS_MS || event.detail === 0) setOpen(!isOpen)
      },
      onKeyDown: (event: KeyboardEvent) => {
        given.onKeyDown?.(event)
        if (kind !== 'menu' || isOpen || event.key !== 'ArrowDown' || event.altKey) return
        event.preventDefault()
        event.stopPropagation()
        setOpen(true)
      },
    } as object,
  )
  return { element, anchor, isOpen, setOpen, isDrawn: isOpen || wasOpened }
}
