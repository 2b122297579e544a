import type { Getter } from 'jotai'
import type { PlaygroundState } from '../state/playground-state.ts'

/** The case that is meant where none is named: the one whose details are open, else the one that the cursor is on; null where neither is. */
export function pointedCase(get: Getter, { view }: PlaygroundState): string | null {
  return get(view.drawerAtom)?.rowId ?? get(view.cursorAtom)?.rowId ?? null
}

/** As `pointedCase`; else the first one. */
export function currentCase(get: Getter, state: PlaygroundState): string | null {
  return pointedCase(get, state) ?? get(state.rows.idsAtom)[0] ?? null
}
