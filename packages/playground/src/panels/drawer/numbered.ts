/** Things that have no identity but their place, with it. From 1. */
export const numbered = <Item>(items: readonly Item[]): readonly { readonly item: Item; readonly number: number }[] =>
  items.map((item, index) => ({ item, number: index + 1 }))
