import { alignItems } from './align-items.ts'
import { type Difference, type DiffCounts, type DiffNote, NO_COUNTS, type Piece, type RowKind } from './difference.ts'
import { DifferenceRows } from './difference-rows.ts'
import { indent, labelOf, linesOf } from './json-lines-of.ts'
import type { JsonValue } from './json-value.ts'
import { compareWords, wordBudget } from './words.ts'

/** Two values by their paths. The order of names does not count; items of lists that stand elsewhere have moved. */
export function compareJson(before: JsonValue, after: JsonValue): Difference {
  const walk = new Walk()
  walk.both({ value: before, isLast: true }, { value: after, isLast: true }, { name: null, path: '$', depth: 0 })
  return walk.difference()
}

interface Held {
  readonly value: JsonValue
  /** Nothing follows it, so no comma does. */
  readonly isLast: boolean
}

interface Place {
  readonly name: string | null
  readonly path: string
  readonly depth: number
  readonly movedFrom?: string
}

/** What a leaf says, and the comma after it. */
type Leaf = readonly [text: string, end: string]

const memberPath = (path: string, name: string): string =>
  /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
const comma = ({ isLast }: Held): string => (isLast ? '' : ',')
const plain = (text: string): readonly Piece[] => [{ text, isChanged: false }]
const marked = (text: string): readonly Piece[] => {
  const start = text.length - text.trimStart().length
  return [
    { text: text.slice(0, start), isChanged: false },
    { text: text.slice(start), isChanged: true },
  ]
}

class Walk {
  readonly #rows = new DifferenceRows()
  readonly #budget = wordBudget()
  readonly #notes = new Set<DiffNote>()
  #counts: DiffCounts = NO_COUNTS

  difference(): Difference {
    return { kind: 'json', rows: this.#rows.rows, counts: this.#counts, spots: this.#rows.spots, notes: [...this.#notes] }
  }

  both(before: Held, after: Held, place: Place): void {
    const [old, fresh] = [before.value, after.value]
    if (old.id === fresh.id) return this.#alike(before, after, place)
    if (old.kind === 'object' && fresh.kind === 'object')
      return this.#inside(before, after, place, '{}', () => this.#members(old.members, fresh.members, place))
    if (old.kind === 'list' && fresh.kind === 'list')
      return this.#inside(before, after, place, '[]', () => this.#items(old.items, fresh.items, place))
    if (old.kind === 'leaf' && fresh.kind === 'leaf') return this.#leaves([old.text, comma(before)], [fresh.text, comma(after)], place)
    this.#count('changed')
    this.#one('removed', before, place)
    this.#one('added', after, place)
    this.#rows.endSpot()
  }

  #alike(before: Held, after: Held, place: Place): void {
    const isMoved = place.movedFrom !== undefined
    const lines = [...linesOf(after.value, place.name, place.depth, '')]
    for (const [at, line] of lines.entries()) {
      const [old, fresh] = at === lines.length - 1 ? [comma(before), comma(after)] : ['', '']
      this.#put(isMoved ? 'moved' : 'same', plain(line + old), plain(line + fresh), at === 0 ? place : { path: place.path })
    }
    if (!isMoved) return
    this.#count('moved')
    this.#rows.endSpot()
  }

  #inside(before: Held, after: Held, place: Place, brackets: string, walkInside: () => void): void {
    const head = indent(place.depth) + labelOf(place.name) + brackets.charAt(0)
    const isMoved = place.movedFrom !== undefined
    this.#put(isMoved ? 'moved' : 'same', plain(head), plain(head), place)
    if (isMoved) {
      this.#count('moved')
      this.#rows.endSpot()
    }
    walkInside()
    const foot = indent(place.depth) + brackets.charAt(1)
    this.#put('same', plain(foot + comma(before)), plain(foot + comma(after)), place)
  }

  #leaves([old, oldEnd]: Leaf, [fresh, freshEnd]: Leaf, place: Place): void {
    const lead = { text: indent(place.depth) + labelOf(place.name), isChanged: false }
    const isLong = old.length + fresh.length > 60
    const words = isLong ? compareWords(old, fresh, this.#budget) : null
    if (isLong && words === null) this.#notes.add('plainWords')
    const isLike = words !== null && words.likeness > 0.3
    const line = (pieces: readonly Piece[], end: string): readonly Piece[] => [lead, ...pieces, { text: end, isChanged: false }]
    this.#count('changed')
    this.#put(
      'changed',
      line(isLike ? words.before : [{ text: old, isChanged: true }], oldEnd),
      line(isLike ? words.after : [{ text: fresh, isChanged: true }], freshEnd),
      place,
    )
    this.#rows.endSpot()
  }

  #members(old: ReadonlyMap<string, JsonValue>, fresh: ReadonlyMap<string, JsonValue>, { path, depth }: Place): void {
    const names = orderOf([...old.keys()], [...fresh.keys()])
    const [lastOld, lastFresh] = [names.findLast((name) => old.has(name)), names.findLast((name) => fresh.has(name))]
    for (const name of names) {
      const [before, after] = [old.get(name), fresh.get(name)]
      const place = { name, path: memberPath(path, name), depth: depth + 1 }
      this.#either(before && { value: before, isLast: name === lastOld }, after && { value: after, isLast: name === lastFresh }, place)
    }
  }

  #items(old: readonly JsonValue[], fresh: readonly JsonValue[], { path, depth }: Place): void {
    const steps = alignItems(old, fresh)
    const lastOld = steps.findLastIndex(({ kind }) => kind !== 'added')
    const lastFresh = steps.findLastIndex(({ kind }) => kind !== 'removed')
    for (const [number, step] of steps.entries()) {
      const before = step.kind === 'added' ? undefined : { value: step.before.value, isLast: number === lastOld }
      const after = step.kind === 'removed' ? undefined : { value: step.after.value, isLast: number === lastFresh }
      const at = step.kind === 'removed' ? step.before.at : step.after.at
      const place = { name: null, path: `${path}[${at}]`, depth: depth + 1 }
      this.#either(before, after, step.kind === 'pair' && step.isMoved ? { ...place, movedFrom: `${path}[${step.before.at}]` } : place)
    }
  }

  #either(before: Held | undefined, after: Held | undefined, place: Place): void {
    if (before && after) return this.both(before, after, place)
    const [kind, held] = before ? (['removed', before] as const) : (['added', after] as const)
    if (held === undefined) return
    this.#count(kind)
    this.#one(kind, held, place)
    this.#rows.endSpot()
  }

  #one(kind: 'added' | 'removed', held: Held, place: Place): void {
    for (const line of linesOf(held.value, place.name, place.depth, comma(held)))
      this.#put(kind, kind === 'removed' ? marked(line) : null, kind === 'added' ? marked(line) : null, place)
  }

  #count(kind: keyof DiffCounts): void {
    this.#counts = { ...this.#counts, [kind]: this.#counts[kind] + 1 }
  }

  #put(kind: RowKind, before: readonly Piece[] | null, after: readonly Piece[] | null, place: Pick<Place, 'path' | 'movedFrom'>): void {
    this.#rows.put(kind, before, after, {
      ...(kind !== 'same' && { path: place.path }),
      ...(kind === 'moved' && place.movedFrom !== undefined && { movedFrom: place.movedFrom }),
    })
  }
}

/** The names of both, as they stand after; one that is gone stands behind the one that it stood behind. */
function orderOf(old: readonly string[], fresh: readonly string[]): readonly string[] {
  const kept = new Set(fresh)
  const gone = new Map<string | null, string[]>()
  let last: string | null = null
  for (const name of old) {
    if (kept.has(name)) last = name
    else gone.set(last, [...(gone.get(last) ?? []), name])
  }
  return [...(gone.get(null) ?? []), ...fresh.flatMap((name) => [name, ...(gone.get(name) ?? [])])]
}
