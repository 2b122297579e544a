import type { JsonValue } from './json-value.ts'
import { align } from './sequence.ts'

interface Placed {
  readonly value: JsonValue
  readonly at: number
}

/** What became of an item of a list. `pair`: it may differ inside; `isMoved`: others that it stood behind stand behind it now. */
export type ItemStep =
  | { readonly kind: 'pair'; readonly before: Placed; readonly after: Placed; readonly isMoved: boolean }
  | { readonly kind: 'removed'; readonly before: Placed }
  | { readonly kind: 'added'; readonly after: Placed }

const MOST_EDITS = 400
/** Names by which people tell objects apart. */
const NAMES = ['id', 'key', 'name', 'path', 'title'] as const

/** Which item of one list is which of the other: equal ones by their order, moved ones wherever they are, then by name, then by place. */
export function alignItems(before: readonly JsonValue[], after: readonly JsonValue[]): readonly ItemStep[] {
  const ids = (items: readonly JsonValue[]) => items.map(({ id }) => id)
  const steps: (ItemStep | { readonly kind: 'gap'; readonly removed: readonly Placed[]; readonly added: readonly Placed[] })[] = []
  let [old, fresh] = [0, 0]
  for (const stretch of align(ids(before), ids(after), MOST_EDITS).stretches) {
    const [gone, come] = stretch.isSame ? [stretch.items.length, stretch.items.length] : [stretch.removed.length, stretch.added.length]
    const removed = placed(before, old, gone)
    const added = placed(after, fresh, come)
    old += gone
    fresh += come
    if (!stretch.isSame) steps.push({ kind: 'gap', removed, added })
    else for (const [at, one] of removed.entries()) steps.push(pair(one, added[at] ?? one, false))
  }
  const gaps = steps.flatMap((step) => (step.kind === 'gap' ? [step] : []))
  const partners = partnersIn(
    gaps.flatMap(({ removed }) => removed),
    gaps.flatMap(({ added }) => added),
  )
  return steps.flatMap((step) => (step.kind === 'gap' ? gapSteps(step.removed, step.added, partners) : [step]))
}

const pair = (before: Placed, after: Placed, isMoved: boolean): ItemStep => ({ kind: 'pair', before, after, isMoved })
const placed = (items: readonly JsonValue[], from: number, count: number): readonly Placed[] =>
  items.slice(from, from + count).map((value, at) => ({ value, at: from + at }))

/** For each added item the removed one that it is, where it is one: the very same, or one of the same name. */
function partnersIn(removed: readonly Placed[], added: readonly Placed[]): ReadonlyMap<Placed, Placed> {
  const partners = new Map<Placed, Placed>()
  const taken = new Set<Placed>()
  for (const signOf of [(value: JsonValue) => value.id, nameOf]) {
    const bySign = Map.groupBy(
      removed.filter((one) => !taken.has(one)),
      ({ value }) => signOf(value),
    )
    for (const one of added) {
      const sign = signOf(one.value)
      const partner = partners.has(one) || sign === null ? undefined : bySign.get(sign)?.shift()
      if (partner === undefined) continue
      partners.set(one, partner)
      taken.add(partner)
    }
  }
  return partners
}

function nameOf(value: JsonValue): string | null {
  if (value.kind !== 'object') return null
  for (const name of NAMES) {
    const held = value.members.get(name)
    if (held?.kind === 'leaf') return `${name}=${held.id}`
  }
  return null
}

/** What has no partner anywhere is held against what stands in its place, if it is of its kind. Each side keeps its order. */
function gapSteps(removed: readonly Placed[], added: readonly Placed[], partners: ReadonlyMap<Placed, Placed>): readonly ItemStep[] {
  const taken = new Set(partners.values())
  const left = removed.filter((one) => !taken.has(one))
  const inGap = new Set(removed)
  const steps: ItemStep[] = []
  let last = -1
  let lastPair = 0
  const goneBefore = (at: number) => {
    while (left[0] !== undefined && left[0].at < at) {
      steps.push({ kind: 'removed', before: left[0] })
      left.shift()
    }
  }
  for (const after of added) {
    const partner = partners.get(after)
    const before = partner ?? (isLike(left[0], after) && left[0].at > last ? left.shift() : undefined)
    if (before === undefined) steps.push({ kind: 'added', after })
    else if (!inGap.has(before) || before.at < last) steps.push(pair(before, after, true))
    else {
      goneBefore(before.at)
      steps.push(pair(before, after, false))
      last = before.at
      lastPair = steps.length
    }
  }
  const gone = left.map((before): ItemStep => ({ kind: 'removed', before }))
  return [...steps.slice(0, lastPair), ...gone, ...steps.slice(lastPair)]
}

const isLike = (one: Placed | undefined, other: Placed): one is Placed =>
  one !== undefined && one.value.kind === other.value.kind && nameOf(other.value) === null
