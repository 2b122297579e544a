import { atom } from 'jotai'
import type { Cell } from './cell.ts'
import type { EditedRequest, EditedRequests } from './edited-request.ts'
import type { Store } from './playground-state.ts'

/** Requests that somebody edits by hand, by output. They belong to no document: nothing of them is saved, undone or run again. */
export function createEditedRequests(store: Store): EditedRequests {
  const allAtom = atom<ReadonlyMap<string, EditedRequest>>(new Map())
  const write = (key: string, edited: EditedRequest): void => store.set(allAtom, (all) => new Map(all).set(key, edited))
  return {
    allAtom,
    edit(key, text) {
      const before = store.get(allAtom).get(key)
      write(key, { cell: before?.cell ?? null, stop: before?.stop ?? null, text })
    },
    begin(key, cell, stop) {
      const before = store.get(allAtom).get(key)
      before?.stop?.()
      if (before !== undefined) write(key, { ...before, cell, stop })
    },
    change(key, stop, change: (cell: Cell) => Cell) {
      const before = store.get(allAtom).get(key)
      // What a later request or nobody waits for any more changes nothing.
      if (before === undefined || before.cell === null || before.stop !== stop) return
      write(key, { ...before, cell: change(before.cell) })
    },
    leave(key) {
      store.get(allAtom).get(key)?.stop?.()
      store.set(allAtom, (all) => new Map([...all].filter(([id]) => id !== key)))
    },
    dispose() {
      for (const { stop } of store.get(allAtom).values()) stop?.()
    },
  }
}
