import { loadFormat } from '@vitrine/templating'
import { createProblemList } from '../exchange/import/problem-list.ts'
import { readSnapshotDocument } from '../exchange/own-documents/read-snapshot.ts'
import type { Cell } from '../state/cell.ts'
import type { CellRef, OutputRef } from '../state/output-ref.ts'
import type { Note } from '../state/notes.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { KeptDocument } from './journal.ts'
import { restoredCell } from './kept-cell.ts'
import { restoredNote } from './kept-notes.ts'

/** What came back. */
export interface Restored {
  readonly cases: number
  readonly results: number
  /** Where a run was under way and no answer came. Nothing runs them by itself. */
  readonly left: readonly OutputRef[]
  /** Answers of which what was sent, and the trace, were too large to keep. */
  readonly reduced: number
}

/**
 * Puts a kept document in the place of what is there, with its answers and what they were produced from. It is one step to undo. Null where
 * it cannot be read.
 */
export async function restore(state: PlaygroundState, { head, rows }: KeptDocument): Promise<Restored | null> {
  const snapshot = readSnapshotDocument({ ...head.prompt, rows: rows.map(({ row }) => row) }, createProblemList())
  if (snapshot === null) return null
  // With the syntax at hand the columns are known at once, and with them whether an answer is stale.
  await loadFormat(snapshot.prompt.templateFormat)
  state.load(snapshot)
  const { store, execution } = state
  const variantIds = store.get(state.prompt.variants.idsAtom)
  const cells: [CellRef, Cell][] = []
  const left: OutputRef[] = []
  const notes: Note[] = []
  const counts = { results: 0, reduced: 0 }
  for (const [at, rowId] of store.get(state.rows.idsAtom).entries()) {
    notes.push(...(rows[at]?.notes ?? []).flatMap((note) => restoredNote(note, rowId, variantIds)))
    for (const [index, variantId] of variantIds.entries()) {
      const output = rows[at]?.outputs[index]
      if (output?.isOpen === true) left.push({ rowId, variantId })
      for (const [repetition, kept] of (output?.cells ?? []).entries()) {
        const cell = restoredCell(kept)
        if (cell.runId === null) continue
        cells.push([{ rowId, variantId, repetition }, cell])
        counts.results += 1
        if (kept?.isReduced === true) counts.reduced += 1
      }
    }
  }
  execution.setCells(cells)
  state.notes.writeAll(notes)
  return { cases: rows.length, ...counts, left }
}
