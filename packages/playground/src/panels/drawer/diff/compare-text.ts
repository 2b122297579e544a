import { type Difference, type DiffCounts, type DiffNote, NO_COUNTS, type Piece, type RowKind } from './difference.ts'
import { DifferenceRows } from './difference-rows.ts'
import { pairLines } from './pair-lines.ts'
import { align } from './sequence.ts'
import { compareWords, type WordBudget, wordBudget, type WordDifference } from './words.ts'

/** More differing lines than this are not told apart. */
const MOST_EDITS = 400
/** Lines with less in common than this are two lines. */
const LEAST_LIKENESS = 0.3

/** Two texts line by line, and the changed lines word by word. */
export function compareText(before: string, after: string): Difference {
  const writer = new RowWriter()
  const { stretches, isCoarse } = align(before.split('\n'), after.split('\n'), MOST_EDITS)
  for (const stretch of stretches) {
    if (stretch.isSame) for (const line of stretch.items) writer.same(line)
    else writer.changed(stretch.removed, stretch.added)
  }
  return writer.difference(isCoarse ? ['coarse'] : [])
}

const whole = (text: string, isChanged: boolean): readonly Piece[] => (text === '' ? [] : [{ text, isChanged }])
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

class RowWriter {
  readonly #rows = new DifferenceRows()
  readonly #budget: WordBudget = wordBudget()
  readonly #notes = new Set<DiffNote>()
  #counts: DiffCounts = NO_COUNTS

  same(line: string): void {
    this.#put('same', whole(line, false), whole(line, false))
  }

  /** Lines in place of others: each beside the one that it was made of, if they have something in common. */
  changed(removed: readonly string[], added: readonly string[]): void {
    let [old, fresh] = [0, 0]
    const apart = (toOld: number, toFresh: number) => {
      for (const line of removed.slice(old, toOld)) this.#put('removed', whole(line, true), null)
      for (const line of added.slice(fresh, toFresh)) this.#put('added', null, whole(line, true))
      old = toOld
      fresh = toFresh
    }
    for (const pair of pairLines(removed, added)) {
      const words = this.#words(removed[pair.removed] ?? '', added[pair.added] ?? '')
      if (words === null) continue
      apart(pair.removed, pair.added)
      this.#put('changed', words.before, words.after)
      old += 1
      fresh += 1
    }
    apart(removed.length, added.length)
    this.#rows.endSpot()
  }

  /** Null for two lines that are not one changed line. */
  #words(old: string, fresh: string): WordDifference | null {
    if (old !== fresh && withoutReturn(old) === withoutReturn(fresh)) this.#notes.add('endings')
    const words = compareWords(old, fresh, this.#budget)
    if (words === null) this.#notes.add('plainWords')
    return words === null || words.likeness < LEAST_LIKENESS ? null : words
  }

  #put(kind: Exclude<RowKind, 'moved'>, before: readonly Piece[] | null, after: readonly Piece[] | null): void {
    this.#rows.put(kind, before, after)
    if (kind !== 'same') this.#counts = { ...this.#counts, [kind]: this.#counts[kind] + 1 }
  }

  difference(notes: readonly DiffNote[]): Difference {
    return { kind: 'text', rows: this.#rows.rows, counts: this.#counts, spots: this.#rows.spots, notes: [...notes, ...this.#notes] }
  }
}
