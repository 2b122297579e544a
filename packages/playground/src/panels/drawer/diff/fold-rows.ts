import type { DiffRow } from './difference.ts'

/** A row, or a stretch of rows that are the same and not shown. */
export type ShownRow =
  | { readonly kind: 'row'; readonly row: DiffRow; readonly at: number }
  | { readonly kind: 'fold'; readonly from: number; readonly count: number }

/** Rows around a difference that stay in sight. */
const CONTEXT = 3

/** The rows with what is the same folded, but for a little around each difference and the folds that were opened, by where they begin. */
export function foldRows(rows: readonly DiffRow[], opened: ReadonlySet<number>): readonly ShownRow[] {
  const shown: ShownRow[] = []
  for (let at = 0; at < rows.length;) {
    const start = at
    while (at < rows.length && rows[at]?.kind === 'same') at += 1
    const from = start === 0 ? 0 : start + CONTEXT
    const to = at === rows.length ? at : at - CONTEXT
    const isFolded = to - from > 1 && !opened.has(from)
    for (let row = start; row < at; row += 1) {
      if (!isFolded || row < from || row >= to) put(shown, rows, row)
      else if (row === from) shown.push({ kind: 'fold', from, count: to - from })
    }
    if (at < rows.length) put(shown, rows, at)
    at += 1
  }
  return shown
}

function put(shown: ShownRow[], rows: readonly DiffRow[], at: number): void {
  const row = rows[at]
  if (row) shown.push({ kind: 'row', row, at })
}

export const allRows = (rows: readonly DiffRow[]): readonly ShownRow[] => rows.map((row, at) => ({ kind: 'row', row, at }))
