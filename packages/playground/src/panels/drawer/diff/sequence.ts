import { diffArrays } from 'diff'
import { type FixedPoint, fixedPoints } from './fixed-points.ts'

/** A stretch of two sequences: what both have, or what stands in one in place of what stands in the other. */
export type Stretch<Item> =
  | { readonly isSame: true; readonly items: readonly Item[] }
  | { readonly isSame: false; readonly removed: readonly Item[]; readonly added: readonly Item[] }

export interface Alignment<Item> {
  readonly stretches: readonly Stretch<Item>[]
  /** More differs than was allowed, so that the middle is one stretch. */
  readonly isCoarse: boolean
  /** How far one had to go: what only one side has at all costs nothing. */
  readonly edits: number
}

/**
 * The way from one sequence to the other: the shortest, as long as no more than `mostEdits` items differ, for the work grows with the
 * square of what differs. Where more do, items that each has once are taken for fixed points, and the shortest way is looked for
 * between them.
 */
export function align<Item>(before: readonly Item[], after: readonly Item[], mostEdits: number): Alignment<Item> {
  const writer = new StretchWriter<Item>()
  const budget = { work: mostEdits * mostEdits }
  if (!writer.shortest(before, after, mostEdits, budget)) {
    budget.work = mostEdits * mostEdits
    const points = [...fixedPoints(before, after), { old: before.length, fresh: after.length }]
    let [old, fresh] = [0, 0]
    for (const point of points) {
      const most = points.length === 1 ? 0 : Math.floor(Math.sqrt(budget.work))
      writer.between(before.slice(old, point.old), after.slice(fresh, point.fresh), most, budget)
      writer.same(before.slice(point.old, point.old + 1))
      old = point.old + 1
      fresh = point.fresh + 1
    }
  }
  return writer.alignment()
}

type OpenStretch<Item> = Extract<Stretch<Item>, { isSame: false }> | { readonly isSame: true; readonly items: Item[] }

class StretchWriter<Item> {
  readonly #stretches: OpenStretch<Item>[] = []
  #isCoarse = false
  #edits = 0

  alignment(): Alignment<Item> {
    return { stretches: this.#stretches, isCoarse: this.#isCoarse, edits: this.#edits }
  }

  /** Writes the shortest way; false, and nothing written, where it is longer than allowed. */
  shortest(before: readonly Item[], after: readonly Item[], mostEdits: number, budget: { work: number }): boolean {
    const { start, end } = commonEnds(before, after)
    const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
    const found = matchesOf(old, fresh, Math.min(mostEdits, Math.floor(MOST_STEPS / (old.length + fresh.length + 1))))
    if (found === null) {
      budget.work -= mostEdits * mostEdits
      return false
    }
    this.same(before.slice(0, start))
    let last = { old: 0, fresh: 0 }
    for (const match of [...found.matches, { old: old.length, fresh: fresh.length }]) {
      this.differing(old.slice(last.old, match.old), fresh.slice(last.fresh, match.fresh))
      this.same(old.slice(match.old, match.old + 1))
      last = { old: match.old + 1, fresh: match.fresh + 1 }
    }
    this.#edits += found.edits
    budget.work -= found.edits ** 2
    this.same(before.slice(before.length - end))
    return true
  }

  /** The same, and one stretch for all of it where the way is too long. */
  between(before: readonly Item[], after: readonly Item[], mostEdits: number, budget: { work: number }): void {
    if (this.shortest(before, after, mostEdits, budget)) return
    if (before.length > 0 && after.length > 0) this.#isCoarse = true
    const { start, end } = commonEnds(before, after)
    this.same(before.slice(0, start))
    this.differing(before.slice(start, before.length - end), after.slice(start, after.length - end))
    this.same(before.slice(before.length - end))
  }

  same(items: readonly Item[]): void {
    const last = this.#stretches.at(-1)
    if (items.length === 0) return
    const open = last?.isSame === true ? last : { isSame: true as const, items: [] }
    if (open !== last) this.#stretches.push(open)
    for (const item of items) open.items.push(item)
  }

  differing(removed: readonly Item[], added: readonly Item[]): void {
    if (removed.length + added.length === 0) return
    const last = this.#stretches.at(-1)
    if (last?.isSame !== false) this.#stretches.push({ isSame: false, removed, added })
    else {
      this.#stretches[this.#stretches.length - 1] = {
        isSame: false,
        removed: [...last.removed, ...removed],
        added: [...last.added, ...added],
      }
    }
  }
}

/** So many comparisons are a moment's work. */
const MOST_STEPS = 10_000_000

interface Matches {
  readonly matches: readonly FixedPoint[]
  readonly edits: number
}

/** The items that both have, as many as possible in one order; null where that takes too many edits. */
function matchesOf<Item>(before: readonly Item[], after: readonly Item[], mostEdits: number): Matches | null {
  // What only one side has matches nothing, so that leaving it out changes nothing but the work.
  const [old, fresh] = [placesOf(before, new Set(after)), placesOf(after, new Set(before))]
  const items = [old.map((at) => before[at]), fresh.map((at) => after[at])] as const
  const changes = old.length > 0 && fresh.length > 0 ? diffArrays(items[0], items[1], { maxEditLength: mostEdits }) : []
  if (changes === undefined) return null
  const matches: FixedPoint[] = []
  let next = { old: 0, fresh: 0 }
  let edits = 0
  for (const { count, added, removed } of changes) {
    const isSame = !added && !removed
    if (!isSame) edits += count
    const length = isSame ? count : 0
    for (let step = 0; step < length; step += 1) matches.push({ old: old[next.old + step] ?? 0, fresh: fresh[next.fresh + step] ?? 0 })
    next = { old: next.old + (added ? 0 : count), fresh: next.fresh + (removed ? 0 : count) }
  }
  return { matches, edits }
}

const placesOf = <Item>(items: readonly Item[], others: ReadonlySet<Item>): readonly number[] =>
  items.flatMap((item, at) => (others.has(item) ? [at] : []))

/** How many items both begin with, and how many they end with. */
function commonEnds<Item>(before: readonly Item[], after: readonly Item[]): { readonly start: number; readonly end: number } {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  let end = 0
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { start, end }
}
