/** A stretch of a line: `isChanged` where the other side has something else, or nothing. */
export interface Piece {
  readonly text: string
  readonly isChanged: boolean
}

/** A line of one side. *Units*: `number` counts from 1. */
export interface Side {
  readonly number: number
  readonly pieces: readonly Piece[]
}

export type RowKind = 'same' | 'added' | 'removed' | 'changed' | 'moved'

/** A line of both sides beside each other. *Shape*: `before` is null exactly where something was added, `after` where it was removed. */
export interface DiffRow {
  readonly kind: RowKind
  readonly before: Side | null
  readonly after: Side | null
  /** Number of the difference that it belongs to, from 0; null where nothing differs. */
  readonly spot: number | null
  /** JSON: where it is, `$.items[2].name`; of a row that differs. */
  readonly path?: string
  /** JSON: where an item of a list stood before; of the first row of one that moved. */
  readonly movedFrom?: string
}

/**
 * What keeps a comparison from being exact or in need of a word: `coarse`: so much differs that a stretch stands as removed and added;
 * `plainWords`: words within lines were not told apart; `tooDeep`: JSON that was compared as text; `endings`: carriage returns differ.
 */
export type DiffNote = 'coarse' | 'plainWords' | 'tooDeep' | 'endings'

/** *Units*: the counts are lines in text and places in JSON. */
export interface DiffCounts {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
}

/** Two texts held against each other. `kind` is what they were compared as. */
export interface Difference {
  readonly kind: 'text' | 'json'
  readonly rows: readonly DiffRow[]
  readonly counts: DiffCounts
  /** How many differences there are: stretches of text, places of JSON. */
  readonly spots: number
  readonly notes: readonly DiffNote[]
}

export const NO_COUNTS: DiffCounts = { added: 0, removed: 0, changed: 0, moved: 0 }
