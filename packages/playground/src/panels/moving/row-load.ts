import { flushSync } from 'react-dom'
import type { PlaygroundState } from '../../state/playground-state.ts'
import type { RowActions } from '../test-cases/use-row-actions.ts'
import { landingAt } from './landing.ts'
import type { Load } from './load.ts'
import { movedInto } from './moved-into.ts'

/** The rows that are drawn, which are those in sight and perhaps one far from them. */
const drawnRows = (grid: Element) =>
  [...grid.querySelectorAll<HTMLElement>('[role="row"][data-row-id]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { index: Number(row.dataset['index']), from: top, to: bottom }
  })

/** A row by its grip; where it is one of several that are selected, all of them that the filter lets through. */
export function rowLoad({ store, view }: PlaygroundState, actions: RowActions, grid: HTMLElement, rowId: string): Load {
  const selected = store.get(view.selectedRowIdsAtom)
  const chosen = selected.has(rowId) ? selected : new Set([rowId])
  const visible = () => store.get(view.visibleRowIdsAtom)
  const carried = () => visible().filter((id) => chosen.has(id))
  return {
    axis: 'block',
    label: carried().length,
    landing({ y }) {
      const landing = landingAt(y, drawnRows(grid))
      const ids = visible()
      return landing === null || movedInto(ids, chosen, landing.gap) === ids ? null : landing
    },
    put(gap) {
      flushSync(() => actions.arrange(movedInto(visible(), chosen, gap), carried()))
      // Put elsewhere, its cell has lost the focus.
      grid.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true })
    },
  }
}
