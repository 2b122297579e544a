import type { PlaygroundState } from '../../state/playground-state.ts'
import { isRightToLeft, MOVABLE_HEAD } from './column-load.ts'
import { moveHead } from './move-head.ts'

/** Moves columns by keys on their heads, to the side that the arrow shows. Answers what lets go of the grid again. */
export function columnKeys(grid: HTMLElement, state: PlaygroundState): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
    const column = target instanceof Element ? target.closest<HTMLElement>(MOVABLE_HEAD)?.dataset['column'] : undefined
    const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (column === undefined || side === 0 || !altKey || ctrlKey || metaKey || shiftKey) return
    // Elsewhere it leads back in the history of the browser.
    event.preventDefault()
    const at = state.store.get(state.rows.columnsAtom).findIndex(({ id }) => id === column)
    moveHead(state, grid, column, at + (isRightToLeft(grid) ? -side : side))
  }
  grid.addEventListener('keydown', onKeyDown)
  return () => grid.removeEventListener('keydown', onKeyDown)
}
