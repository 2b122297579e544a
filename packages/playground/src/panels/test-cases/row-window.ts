export interface WindowRow {
  readonly index: number
  /** Of its block start in the scrolled area, CSS pixels. */
  readonly start: number
}

export interface RowWindow {
  /** Where the rows in sight begin; they follow one another from there, so that a row that grows moves those below it. CSS pixels. */
  readonly start: number
  /** A row that is kept in the document far from those in sight, because it has the focus; null where there is none. */
  readonly apart: number | null
}

/** What is drawn of a long list: rows that follow one another and, at one end, at most one that does not. */
export function rowWindow(rows: readonly WindowRow[]): RowWindow {
  const [first, second] = rows
  const last = rows.at(-1)
  const beforeLast = rows.at(-2)
  if (first === undefined || second === undefined || last === undefined || beforeLast === undefined)
    return { start: first?.start ?? 0, apart: null }
  if (second.index !== first.index + 1) return { start: second.start, apart: first.index }
  return { start: first.start, apart: last.index === beforeLast.index + 1 ? null : last.index }
}
