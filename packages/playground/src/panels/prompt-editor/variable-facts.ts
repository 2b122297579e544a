import { atom, type Atom } from 'jotai'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { EditorFacts, VariableState } from './template-editor/editor-facts.ts'

const SHOWN_VALUES = 3

/** How many rows fill a variable, in words. */
export function variableState(filled: number, rows: number): VariableState {
  if (filled >= rows) return 'known'
  return filled === 0 ? 'never' : 'missing'
}

/** What the editors of a mount know; changes only when a name, a count of values or the format does. */
export function createFactsAtom(state: PlaygroundState): Atom<EditorFacts> {
  const formatAtom = atom((get) => get(state.prompt.draftAtom).templateFormat)
  return atom((get) => {
    const filled = get(state.rows.filledAtom)
    const ids = get(state.rows.idsAtom)
    const columns = [...get(state.rows.columnsAtom), ...get(state.rows.hiddenColumnsAtom)]
    return {
      format: get(formatAtom),
      stateOf: (name) => variableState(filled.get(name) ?? 0, ids.length),
      names: columns.map(({ id }) => id),
      // Read when somebody hovers: the values of ten thousand rows are no reason to draw an editor anew.
      valuesOf: (name) => firstValues(state, name),
    }
  })
}

function firstValues(state: PlaygroundState, name: string): readonly string[] {
  const values: string[] = []
  for (const id of state.store.get(state.rows.idsAtom).slice(0, 50)) {
    const value = state.store.get(state.rows.rowAtom(id))?.data[name]
    if (value) values.push(value)
    if (values.length === SHOWN_VALUES) break
  }
  return values
}
