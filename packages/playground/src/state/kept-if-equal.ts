/** Hands out the value it handed out before while the new one is equal to it, so that what is derived from it stays as it is. */
export function keptIfEqual<Value>(isEqual: (a: Value, b: Value) => boolean): (next: Value) => Value {
  let kept: { readonly value: Value } | undefined
  return (next) => {
    if (!kept || !isEqual(kept.value, next)) kept = { value: next }
    return kept.value
  }
}

export const sameItems = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a === b || (a.length === b.length && a.every((item, index) => Object.is(item, b[index])))

/** For records that hold the same names and flat values. */
export const sameFields = <Fields extends object>(a: Fields, b: Fields): boolean =>
  a === b || sameItems(Object.entries(a).flat(), Object.entries(b).flat())
