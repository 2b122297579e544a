import { useLayoutEffect, useState } from 'react'
import { adoptStyles } from './adopt-styles.ts'

/** Keeps the rules where an element is. False until they are in force: what is measured without them is measured wrong. */
export function useStyles(element: HTMLElement | null | undefined): boolean {
  const [isStyled, setStyled] = useState(false)
  useLayoutEffect(() => {
    if (!element) return undefined
    const { arrival, release } = adoptStyles(element)
    let isHere = true
    void arrival.then(() => isHere && setStyled(true))
    return () => {
      isHere = false
      release()
    }
  }, [element])
  return isStyled
}
