import { reordered } from '../../state/list-edit.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'

/** The cases in sight in another order, and where those stand that were moved: said to those who do not see it. */
export function arrangeVisible({ store, rows, view }: PlaygroundState, visible: readonly string[], moved: readonly string[]): void {
  const before = store.get(rows.idsAtom)
  rows.arrange(reordered(before, visible))
  if (store.get(rows.idsAtom) === before) return
  const place = Math.min(...moved.map((id) => visible.indexOf(id)).filter((index) => index !== -1)) + 1
  store.set(view.movedAtom, { kind: 'cases', count: moved.length, place, total: visible.length })
}
