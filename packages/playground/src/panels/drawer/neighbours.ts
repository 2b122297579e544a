export interface Neighbours {
  readonly previous: string | null
  readonly next: string | null
}

/** The cases before and after one, among those that a filter leaves; among all where the filter hides it. */
export function neighboursOf(id: string, visible: readonly string[], all: readonly string[]): Neighbours {
  const ids = visible.includes(id) ? visible : all
  const at = ids.indexOf(id)
  return at < 0 ? { previous: null, next: null } : { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null }
}

/** What a key in the drawer means: 1 the next case, -1 the one before; null where it is somebody else's key, as J and K are the frame's. */
export function stepOfKey(event: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}): 1 | -1 | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'ArrowDown') return 1
  return event.key === 'ArrowUp' ? -1 : null
}
