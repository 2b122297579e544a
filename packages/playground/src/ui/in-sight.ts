/**
 * A ref for the one of a scrolled row that is chosen: brings it into sight within the row. The page around does not move, as it would
 * with `scrollIntoView`.
 */
export function inSight(element: HTMLElement | null): void {
  const row = element?.parentElement
  if (element === null || !row) return
  const own = element.getBoundingClientRect()
  const room = row.getBoundingClientRect()
  if (own.left < room.left) row.scrollLeft -= room.left - own.left
  else if (own.right > room.right) row.scrollLeft += own.right - room.right
}
