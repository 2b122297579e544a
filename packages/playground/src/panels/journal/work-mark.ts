import type { Atom } from 'jotai'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** The work and its outcomes as they are now: equal marks mean that nothing changed in between. */
export type WorkMark = readonly unknown[]

const watched = ({ prompt, rows, execution, notes }: PlaygroundState): readonly Atom<unknown>[] => [
  prompt.variants.listAtom,
  rows.idsAtom,
  rows.revisionAtom,
  execution.standingsAtom,
  notes.allAtom,
]

export const workMark = (state: PlaygroundState): WorkMark => watched(state).map((one) => state.store.get(one))

const sameMark = (left: WorkMark | null, right: WorkMark): boolean => left !== null && left.every((part, index) => part === right[index])

const OVER: ReadonlySet<string> = new Set(['done', 'failed', 'stopped', 'stale'])

/** Whether closing the page loses work of a person: what they changed themselves, with a result, that nothing else holds. */
export function wouldLose(
  state: PlaygroundState,
  { given, isKept }: { readonly given: WorkMark | null; readonly isKept: boolean },
): boolean {
  if (isKept || !state.store.get(state.undo.canUndoAtom)) return false
  if (!state.store.get(state.execution.standingsAtom).some((standing) => OVER.has(standing.state))) return false
  return !sameMark(given, workMark(state))
}
