interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly target: EventTarget | null
}

/** The token that a key leads to; null where it leads nowhere, also from a token that is not drawn. */
export function tokenAfterKey({ key, ctrlKey, metaKey, altKey, target }: PressedKey, current: number, count: number): number | null {
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return null
  const within = (at: number) => Math.min(count - 1, Math.max(0, at))
  const forward = getComputedStyle(target).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'ArrowLeft' || key === 'ArrowRight') return within(current + (key === forward ? 1 : -1))
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  return lineAway(target, key === 'ArrowDown' ? 1 : -1, current, count)
}

/** More tokens than a line holds. */
const WINDOW = 240

/** The token on the line above or below that stands nearest; where there is no such line, the one at the end. */
function lineAway(from: HTMLElement, step: 1 | -1, current: number, count: number): number {
  const list = from.closest('[role="listbox"]')
  const here = from.getBoundingClientRect()
  const middle = here.left + here.width / 2
  let best: { readonly at: number; readonly line: number; readonly distance: number } | null = null
  for (let at = current + step; at >= 0 && at < count && Math.abs(at - current) < WINDOW; at += step) {
    const box = list?.querySelector(`[data-at="${at}"]`)?.getClientRects()[0]
    if (box === undefined) break
    const isAway = step === 1 ? box.top >= here.bottom - 2 : box.bottom <= here.top + 2
    if (!isAway) continue
    if (best !== null && Math.abs(box.top - best.line) > 6) break
    const distance = Math.abs(box.left + box.width / 2 - middle)
    if (best === null || distance < best.distance) best = { at, line: box.top, distance }
  }
  return best?.at ?? (step === 1 ? count - 1 : 0)
}
