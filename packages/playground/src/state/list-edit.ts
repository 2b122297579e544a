/** A copy with the items put in before `at`; at the end where `at` is absent or beyond it. */
export function inserted<Item>(list: readonly Item[], items: readonly Item[], at = list.length): readonly Item[] {
  const index = Math.max(0, Math.min(at, list.length))
  return [...list.slice(0, index), ...items, ...list.slice(index)]
}

/** A copy in which the item at `from` has the index `to`; the list itself where nothing moves. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const target = Math.max(0, Math.min(to, list.length - 1))
  const item = list.slice(from, from + 1)
  if (from < 0 || item.length === 0 || from === target) return list
  return inserted(
    list.filter((_, index) => index !== from),
    item,
    target,
  )
}

/** Some items, together, one place up or down; those at the end already stay. */
export function movedTogether<Item>(items: readonly Item[], chosen: ReadonlySet<Item>, by: 1 | -1): readonly Item[] {
  const ordered = by === -1 ? [...items] : items.toReversed()
  for (let at = 1; at < ordered.length; at += 1) {
    const [before, item] = ordered.slice(at - 1, at + 1)
    if (before === undefined || item === undefined || !chosen.has(item) || chosen.has(before)) continue
    ordered[at - 1] = item
    ordered[at] = before
  }
  return by === -1 ? ordered : ordered.toReversed()
}

/** The whole list where those in sight stand in another order: they share the places that they had. */
export function reordered<Item>(items: readonly Item[], inSight: readonly Item[]): readonly Item[] {
  const shown = new Set(inSight)
  const next = inSight.values()
  return items.map((item) => (shown.has(item) ? (next.next().value ?? item) : item))
}
