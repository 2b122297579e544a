import type { DiffRow, Piece, RowKind } from './difference.ts'

/** The rows of a comparison, in order: the lines of each side are numbered, and rows that differ know to which difference they belong. */
export class DifferenceRows {
  readonly #rows: DiffRow[] = []
  #before = 0
  #after = 0
  #spots = 0

  get rows(): readonly DiffRow[] {
    return this.#rows
  }

  /** How many differences there are so far. */
  get spots(): number {
    return this.#spots
  }

  put(
    kind: RowKind,
    before: readonly Piece[] | null,
    after: readonly Piece[] | null,
    place: Pick<DiffRow, 'path' | 'movedFrom'> = {},
  ): void {
    if (before) this.#before += 1
    if (after) this.#after += 1
    this.#rows.push({
      kind,
      before: before && { number: this.#before, pieces: before },
      after: after && { number: this.#after, pieces: after },
      spot: kind === 'same' ? null : this.#spots,
      ...place,
    })
  }

  /** The difference is told: what differs from here on is another one. */
  endSpot(): void {
    this.#spots += 1
  }
}
