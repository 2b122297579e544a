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
