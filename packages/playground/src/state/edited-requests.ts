import { atom } from 'jotai'
import type { Cell } from './cell.ts'
import type { EditedRequest, EditedRequests, Store } from './playground-state.ts'

/** Requests that somebody edits by hand, by row. They belong to no document: nothing of them is saved, undone or run again. */
export function createEditedRequests(store: Store): EditedRequests {
  const allAtom = atom<ReadonlyMap<string, EditedRequest>>(new Map())
  const write = (rowId: string, edited: EditedRequest): void => store.set(allAtom, (all) => new Map(all).set(rowId, edited))
  return {
    allAtom,
    edit(rowId, text) {
      const before = store.get(allAtom).get(rowId)
      write(rowId, { cell: before?.cell ?? null, stop: before?.stop ?? null, text })
    },
    begin(rowId, cell, stop) {
      const before = store.get(allAtom).get(rowId)
      before?.stop?.()
      if (before !== undefined) write(rowId, { ...before, cell, stop })
    },
    change(rowId, stop, change: (cell: Cell) => Cell) {
      const before = store.get(allAtom).get(rowId)
      // What a later request or nobody waits for any more changes nothing.
      if (before === undefined || before.cell === null || before.stop !== stop) return
      write(rowId, { ...before, cell: change(before.cell) })
    },
    leave(rowId) {
      store.get(allAtom).get(rowId)?.stop?.()
      store.set(allAtom, (all) => new Map([...all].filter(([id]) => id !== rowId)))
    },
    dispose() {
      for (const { stop } of store.get(allAtom).values()) stop?.()
    },
  }
}
