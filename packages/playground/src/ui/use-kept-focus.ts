import { useLayoutEffect, useRef } from 'react'

/**
 * Keeps the focus inside an element while what it holds is replaced. A browser drops the focus of a control that goes away on the
 * page's body, where none of our keys is heard: whoever pressed Run by keyboard could not stop it by keyboard.
 *
 * `refuge` finds what takes the focus instead.
 */
export function useKeptFocus<Held extends HTMLElement>(refuge: (element: Held) => HTMLElement | null) {
  const element = useRef<Held>(null)
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    const held = element.current
    if (held === null || !hadFocus.current || held.matches(':focus-within')) return
    const { activeElement, body } = held.ownerDocument
    hadFocus.current = false
    if (activeElement === null || activeElement === body) refuge(held)?.focus({ preventScroll: true })
  })
  return {
    ref: element,
    onFocus: () => {
      hadFocus.current = true
    },
    onBlur: () => {
      hadFocus.current = false
    },
  }
}
