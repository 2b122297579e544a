import { type PrimitiveAtom, atom } from 'jotai'
import type { Change, RowChange } from './change.ts'
import { isActive, stopped } from './cell-lifecycle.ts'
import type { Notes } from './notes.ts'
import type { Store } from './playground-state.ts'
import type { PromptDocument } from './prompt.ts'
import type { RowEntry } from './row-entry.ts'
import type { SetAtom, Transact } from './transaction.ts'

/** Prompt and rows as they are; every change of them is a `Change`, forwards or backwards. */
export interface Document {
  readonly promptAtom: PrimitiveAtom<PromptDocument>
  readonly idsAtom: PrimitiveAtom<readonly string[]>
  /** Rises whenever a value, a history or the set of rows changes. */
  readonly revisionAtom: PrimitiveAtom<number>
  /** Every column in which some row holds a value, in the order in which they came. */
  readonly valueColumnsAtom: PrimitiveAtom<readonly string[]>
  /** How many rows hold a value, by column. */
  readonly filledAtom: PrimitiveAtom<ReadonlyMap<string, number>>
  readonly entries: ReadonlyMap<string, RowEntry>
  readonly notesAtom: PrimitiveAtom<Notes>
  apply(change: Change, direction: 'forwards' | 'backwards'): void
}

export function createDocument(store: Store, transact: Transact, prompt: PromptDocument, clock: () => number): Document {
  const promptAtom = atom(prompt)
  const idsAtom = atom<readonly string[]>([])
  const revisionAtom = atom(0)
  const valueColumnsAtom = atom<readonly string[]>([])
  const filledAtom = atom<ReadonlyMap<string, number>>(new Map())
  const entries = new Map<string, RowEntry>()
  const notesAtom = atom<Notes>(new Map())
  const rowsPerColumn = new Map<string, number>()

  /** Whether the set of columns changed. */
  function count(values: Readonly<Record<string, string>> | undefined, by: 1 | -1): boolean {
    let changed = false
    for (const name in values) {
      const rows = (rowsPerColumn.get(name) ?? 0) + by
      if (rows === 0) rowsPerColumn.delete(name)
      else rowsPerColumn.set(name, rows)
      changed ||= rows === 0 || (rows === 1 && by === 1)
    }
    return changed
  }

  function apply(change: Change, direction: 'forwards' | 'backwards'): void {
    const [from, to] = direction === 'forwards' ? (['before', 'after'] as const) : (['after', 'before'] as const)
    transact((set) => {
      if (change.prompt) set(promptAtom, change.prompt[to])
      if (change.ids) set(idsAtom, change.ids[to])
      if (change.notes) set(notesAtom, change.notes[to])
      if (!change.rows) return
      let columnsChanged = false
      for (const row of change.rows) {
        columnsChanged = count(row[to]?.data, 1) || columnsChanged
        columnsChanged = count(row[from]?.data, -1) || columnsChanged
        place(row.entry, row[to], set)
        set(row.entry.rowAtom, row[to])
      }
      if (columnsChanged) set(valueColumnsAtom, [...rowsPerColumn.keys()])
      set(filledAtom, new Map(rowsPerColumn))
      set(revisionAtom, store.get(revisionAtom) + 1)
    })
  }

  function place(entry: RowEntry, row: RowChange['after'], set: SetAtom): void {
    if (row !== null) {
      entry.row = row
      entries.set(entry.id, entry)
      return
    }
    // Nothing reaches a row that is gone, so a run that was under way would be under way for ever if the row came back.
    for (const output of entry.outputs.values()) {
      const { cells } = output
      if (!cells.value.some(({ state }) => isActive(state))) continue
      cells.tell(
        cells.value.map((cell) => (isActive(cell.state) ? stopped(cell, clock()) : cell)),
        set,
      )
    }
    entries.delete(entry.id)
  }

  return { promptAtom, idsAtom, revisionAtom, valueColumnsAtom, filledAtom, entries, notesAtom, apply }
}
