import type { OutputPlace } from '../state/execution-state.ts'
import type { PlaygroundState, Store } from '../state/playground-state.ts'
import { currentCase } from './current-case.ts'

/** What the actions that a page begins with work on. */
export interface FirstContext {
  readonly state: PlaygroundState
  readonly store: Store
  readonly run: (places: readonly OutputPlace[]) => void
  readonly stop: () => void
}

/** False: there was nothing to do, and the key is somebody else's. */
type FirstAction = (context: FirstContext) => boolean

const runOrStop: FirstAction = ({ state: { execution }, store, run, stop }) => {
  if (store.get(execution.isRunningAtom)) stop()
  else run(store.get(execution.targetsAtom).runnable)
  return true
}

const runCase: FirstAction = ({ state, store, run }) => {
  const rowId = currentCase(store.get, state)
  if (rowId !== null) run(store.get(state.prompt.variants.idsAtom).map((variantId) => ({ rowId, variantId })))
  return true
}

/** Stops what runs, else closes the details, else clears the selection. */
const escape: FirstAction = ({ state: { execution, view }, store, stop }) => {
  if (store.get(execution.isRunningAtom)) stop()
  else if (store.get(view.drawerAtom) !== null) store.set(view.drawerAtom, null)
  else if (store.get(view.selectedRowIdsAtom).size > 0) store.set(view.selectedRowIdsAtom, new Set<string>())
  else return false
  return true
}

const undo: FirstAction = ({ state }) => {
  state.undo.undo()
  return true
}

const redo: FirstAction = ({ state }) => {
  state.undo.redo()
  return true
}

/** What a key does at once, even where the other commands cannot be fetched any more. */
export const FIRST_ACTIONS = { 'run-all': runOrStop, 'run-case': runCase, escape, undo, redo } as const
