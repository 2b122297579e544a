import { type PrimitiveAtom, atom, type createStore } from 'jotai'

export type SetAtom = <Value>(target: PrimitiveAtom<Value>, value: Value) => void
/** Writes any number of atoms as one change: what is derived from them is computed once and subscribers are told once. */
export type Transact = (work: (set: SetAtom) => void) => void

export function createTransact(store: ReturnType<typeof createStore>): Transact {
  const workAtom = atom(null, (_get, set, work: (set: SetAtom) => void) => work((target, value) => set(target, value)))
  return (work) => store.set(workAtom, work)
}
