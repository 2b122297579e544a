import type { KeyboardEvent } from 'react'

const HEAD = '[role="columnheader"]'

export const isInHead = (target: EventTarget): boolean => target instanceof Element && target.closest(HEAD) !== null

/** Puts the focus on the head of a column. */
export function focusHead(grid: HTMLElement | null, column: string): void {
  grid?.querySelector<HTMLElement>(`${HEAD}[data-column="${CSS.escape(column)}"]`)?.focus()
}

/** Presses what a head opens, or what it is: its menu, else its first button. */
function openHead(head: HTMLElement): void {
  const button = head.querySelector<HTMLElement>('button[aria-haspopup]') ?? head.querySelector<HTMLElement>('button')
  button?.click()
}

/**
 * What a key does on the head of a column: along the heads, into its menu, and down to the first row. Answers the index of the column
 * whose cells are wanted; null where they are not.
 */
export function headKey(event: KeyboardEvent, isRightToLeft: boolean): number | null {
  const { key, target, altKey } = event
  const head = target instanceof Element ? target.closest<HTMLElement>(HEAD) : null
  if (head === null || event.defaultPrevented) return null
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>(HEAD) ?? [])]
  const at = heads.indexOf(head)
  const go = (to: number) => {
    event.preventDefault()
    heads[Math.max(0, Math.min(heads.length - 1, to))]?.focus()
  }
  const forwards = isRightToLeft ? -1 : 1
  if (key === 'ArrowRight') go(at + forwards)
  else if (key === 'ArrowLeft') go(at - forwards)
  else if (key === 'Home') go(0)
  else if (key === 'End') go(heads.length - 1)
  else if (key === 'Escape' && target !== head) go(at)
  else if ((key === 'ArrowDown' && altKey) || ((key === 'Enter' || key === ' ') && target === head)) {
    event.preventDefault()
    openHead(head)
  } else if (key === 'ArrowDown') {
    event.preventDefault()
    return at
  }
  return null
}

/** Whether a key on the closed menu of a head leads down to the cells, as it does on the head: a menu button elsewhere would open. */
export function leadsDown({ key, altKey, target }: KeyboardEvent): boolean {
  const button = target instanceof Element ? target.closest(`${HEAD} button[aria-haspopup]`) : null
  return key === 'ArrowDown' && !altKey && button?.getAttribute('aria-expanded') === 'false'
}
