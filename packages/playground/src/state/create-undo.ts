import { atom } from 'jotai'
import { type Change, joined } from './change.ts'
import type { Document } from './document.ts'
import type { Store, UndoState } from './playground-state.ts'

/** Typing pauses longer than this start a new step. Milliseconds. */
const JOIN_WITHIN_MS = 1000
/** Older steps are forgotten, and with them the deleted rows that only they could bring back. */
const MAX_STEPS = 300

interface Step {
  readonly change: Change
  readonly joinKey: string | null
  readonly atMs: number
}

export interface History extends UndoState {
  /** Does the change. Changes with the same key that follow each other closely become one step. */
  commit(change: Change, joinKey?: string): void
}

export function createUndo(store: Store, document: Document, clock: () => number): History {
  const doneAtom = atom<readonly Step[]>([])
  const undoneAtom = atom<readonly Step[]>([])

  function commit(change: Change, joinKey: string | null = null): void {
    const atMs = clock()
    const done = store.get(doneAtom)
    const last = done.at(-1)
    const joins = joinKey !== null && last?.joinKey === joinKey && atMs - last.atMs <= JOIN_WITHIN_MS && store.get(undoneAtom).length === 0
    document.apply(change, 'forwards')
    const step = { change: joins && last ? joined(last.change, change) : change, joinKey, atMs }
    store.set(doneAtom, [...(joins ? done.slice(0, -1) : done), step].slice(-MAX_STEPS))
    store.set(undoneAtom, [])
  }

  function undo(): void {
    const step = store.get(doneAtom).at(-1)
    if (!step) return
    document.apply(step.change, 'backwards')
    store.set(doneAtom, (steps) => steps.slice(0, -1))
    // Without its key: what is typed after a redo is a step of its own.
    store.set(undoneAtom, (steps) => [...steps, { ...step, joinKey: null }])
  }

  function redo(): void {
    const step = store.get(undoneAtom).at(-1)
    if (!step) return
    document.apply(step.change, 'forwards')
    store.set(undoneAtom, (steps) => steps.slice(0, -1))
    store.set(doneAtom, (steps) => [...steps, step])
  }

  return {
    canUndoAtom: atom((get) => get(doneAtom).length > 0),
    canRedoAtom: atom((get) => get(undoneAtom).length > 0),
    lastLabelAtom: atom((get) => get(doneAtom).at(-1)?.change.label ?? null),
    commit,
    undo,
    redo,
  }
}
