import { type RefObject, useLayoutEffect, useRef } from 'react'

export interface FocusBack {
  /** Of the popup. */
  readonly element: RefObject<HTMLDivElement | null>
  /** Once the popup is gone: what takes the focus; false leaves it where it is. */
  readonly finalFocus: () => HTMLElement | false
}

/**
 * Gives the focus back to a popup's button in the moment in which the popup closes. It fades for a while longer, and a Tab that is
 * pressed meanwhile goes on from the button instead of getting lost with the popup; where it went, the focus stays.
 */
export function useFocusBack(isOpen: boolean, anchor: HTMLElement | null): FocusBack {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!isOpen && element.current?.matches(':focus-within') === true) anchor?.focus({ preventScroll: true })
  }, [isOpen, anchor])
  return { element, finalFocus: () => (anchor !== null && isNowhere(anchor) ? anchor : false) }
}

/** Whether nothing has the focus, as after the element that had it was taken out. */
function isNowhere({ ownerDocument: { activeElement, body } }: HTMLElement): boolean {
  return activeElement === null || activeElement === body
}
