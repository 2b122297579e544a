import type { Getter } from 'jotai'
import { outputColumn } from '../state/output-column.ts'
import type { OutputRef } from '../state/output-ref.ts'
import type { PlaygroundState } from '../state/playground-state.ts'

/** The case that is meant where none is named: the one whose details are open, else the one that the cursor is on; null where neither is. */
export function pointedCase(get: Getter, { view }: PlaygroundState): string | null {
  return get(view.drawerAtom)?.rowId ?? get(view.cursorAtom)?.rowId ?? null
}

/** Of that case, the output whose details are open or that the cursor is on; else that of the variant that is being edited. */
export function currentOutput(get: Getter, state: PlaygroundState): OutputRef | null {
  const rowId = currentCase(get, state)
  if (rowId === null) return null
  const { variants } = state.prompt
  const column = get(state.view.cursorAtom)?.column
  const pointed = get(state.view.drawerAtom)?.variantId ?? get(variants.idsAtom).find((id) => outputColumn(id) === column)
  return { rowId, variantId: pointed ?? get(variants.activeIdAtom) }
}

/** As `pointedCase`; else the first one. */
export function currentCase(get: Getter, state: PlaygroundState): string | null {
  return pointedCase(get, state) ?? get(state.rows.idsAtom)[0] ?? null
}
