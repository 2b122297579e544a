/** Something of a list that is drawn: its edges along the list, in the order of reading, so that `from` may be the greater one. */
export interface Stretch {
  readonly index: number
  readonly from: number
  readonly to: number
}

/** A gap of a list, by the index of what comes behind it, and where it is along the list. */
export interface Landing {
  readonly gap: number
  readonly at: number
}

/** The gap that is meant by a pointer: before what it is on the first half of, else behind it. Null where nothing is drawn. */
export function landingAt(at: number, drawn: readonly Stretch[]): Landing | null {
  const behind = drawn.find(({ from, to }) => (from <= to ? at < (from + to) / 2 : at > (from + to) / 2))
  if (behind !== undefined) return { gap: behind.index, at: behind.from }
  const last = drawn.at(-1)
  return last === undefined ? null : { gap: last.index + 1, at: last.to }
}
