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
