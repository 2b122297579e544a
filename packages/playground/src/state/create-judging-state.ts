import { atom } from 'jotai'
import { type Judgements, NO_JUDGEMENTS } from '../checks/judge/judgements.ts'
import type { Cell } from './cell.ts'
import type { JudgingProgress, JudgingState } from './judging-state.ts'
import type { Store } from './playground-state.ts'

export function createJudgingState(store: Store): JudgingState {
  const held = new WeakMap<Cell, Judgements>()
  const revisionAtom = atom(0)
  const progressAtom = atom<JudgingProgress | null>(null)
  const judgementsOf = (cell: Cell): Judgements => held.get(cell) ?? NO_JUDGEMENTS
  return {
    revisionAtom,
    progressAtom,
    judgementsOf,
    note(notes) {
      for (const [cell, key, judgement] of notes) {
        const judgements = new Map(judgementsOf(cell))
        if (judgement === null) judgements.delete(key)
        else judgements.set(key, judgement)
        held.set(cell, judgements)
      }
      store.set(revisionAtom, (times) => times + 1)
    },
    dispose: () => store.get(progressAtom)?.stop(),
  }
}
