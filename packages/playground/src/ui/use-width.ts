import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in CSS pixels; null before the first layout. Embedded, the window's width says nothing. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const observed = element.current
    if (observed === null) return undefined
    const observer = new ResizeObserver((entries) => {
      const entry = entries.at(-1)
      if (entry !== undefined) setWidth(entry.contentRect.width)
    })
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return width
}
