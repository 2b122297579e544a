import { sameItems } from '../../state/kept-if-equal.ts'

/** Some items, together, in the gap before the item at `gap`; behind all where that is the length. The list itself where nothing moves. */
export function movedInto<Item>(items: readonly Item[], chosen: ReadonlySet<Item>, gap: number): readonly Item[] {
  const isOther = (item: Item) => !chosen.has(item)
  const before = items.slice(0, gap).filter(isOther)
  const after = [...before, ...items.filter((item) => chosen.has(item)), ...items.slice(gap).filter(isOther)]
  return sameItems(after, items) ? items : after
}
