/** Where an item stands that both sequences have, once each. */
export interface FixedPoint {
  readonly old: number
  readonly fresh: number
}

/** As many items as possible that both sequences have once and in the same order. */
export function fixedPoints<Item>(before: readonly Item[], after: readonly Item[]): readonly FixedPoint[] {
  const places = onceIn(before)
  const common = [...onceIn(after)].flatMap(([item, fresh]) => {
    const old = places.get(item)
    return old === undefined ? [] : [{ old, fresh }]
  })
  return longestRising(common)
}

function onceIn<Item>(items: readonly Item[]): ReadonlyMap<Item, number> {
  const places = new Map<Item, number>()
  const twice = new Set<Item>()
  for (const [at, item] of items.entries()) {
    if (places.has(item)) twice.add(item)
    else places.set(item, at)
  }
  for (const item of twice) places.delete(item)
  return places
}

/** Of points that rise on one side the most that rise on the other too. */
function longestRising(points: readonly FixedPoint[]): readonly FixedPoint[] {
  interface Link {
    readonly point: FixedPoint
    readonly before: Link | null
  }
  const ends: Link[] = []
  for (const point of points) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.point.old ?? 0) < point.old) low = middle + 1
      else high = middle
    }
    ends[low] = { point, before: ends[low - 1] ?? null }
  }
  const rising: FixedPoint[] = []
  for (let link = ends.at(-1) ?? null; link !== null; link = link.before) rising.push(link.point)
  return rising.toReversed()
}
