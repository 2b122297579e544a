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

/** A step in the drawer: to another case, or to another variant of it. */
export interface Step {
  readonly to: 'case' | 'variant'
  readonly by: 1 | -1
}

/** What a key in the drawer means; null where it is somebody else's key, as J and K are the frame's. */
export function stepOfKey(
  event: {
    readonly key: string
    readonly ctrlKey: boolean
    readonly metaKey: boolean
    readonly altKey: boolean
  },
  isRightToLeft: boolean,
): Step | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'ArrowDown') return { to: 'case', by: 1 }
  if (event.key === 'ArrowUp') return { to: 'case', by: -1 }
  if (event.key === 'ArrowRight') return { to: 'variant', by: isRightToLeft ? -1 : 1 }
  return event.key === 'ArrowLeft' ? { to: 'variant', by: isRightToLeft ? 1 : -1 } : null
}
