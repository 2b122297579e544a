import type { RowEntry } from './row-entry.ts'

/** One derived thing per row, made when it is first asked for and gone with the row. */
export function perEntry<Value>(create: (entry: RowEntry) => Value): (entry: RowEntry) => Value {
  const made = new WeakMap<RowEntry, { readonly value: Value }>()
  return (entry) => {
    const known = made.get(entry) ?? { value: create(entry) }
    made.set(entry, known)
    return known.value
  }
}
