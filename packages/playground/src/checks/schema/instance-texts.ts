/** The texts of a value, and the names of its members. */
export interface InstanceTexts {
  readonly values: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** How long the longest list is. */
  readonly longestList: number
}

/** Walks with a list of its own: an answer may be nested deeper than the stack. */
export function instanceTexts(value: unknown): InstanceTexts {
  const values = new Set<string>()
  const names = new Set<string>()
  let longestList = 0
  const open: unknown[] = [value]
  while (open.length > 0) {
    const held = open.pop()
    if (typeof held === 'string') values.add(held)
    else if (Array.isArray(held)) {
      longestList = Math.max(longestList, held.length)
      for (const one of held) open.push(one)
    } else if (typeof held === 'object' && held !== null) {
      for (const [name, one] of Object.entries(held)) {
        names.add(name)
        // `propertyNames` holds names against patterns of texts.
        values.add(name)
        open.push(one)
      }
    }
  }
  return { values, names, longestList }
}
