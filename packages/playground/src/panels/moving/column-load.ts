import type { PlaygroundState } from '../../state/playground-state.ts'
import { landingAt } from './landing.ts'
import type { Load } from './load.ts'
import { moveHead } from './move-head.ts'

/** The head of a column that can be moved. */
export const MOVABLE_HEAD = '[role="columnheader"][draggable="true"]'

export const isRightToLeft = (grid: Element): boolean => getComputedStyle(grid).direction === 'rtl'

function drawnHeads(grid: Element) {
  const isMirrored = isRightToLeft(grid)
  return [...grid.querySelectorAll(MOVABLE_HEAD)].map((head, index) => {
    const { left, right } = head.getBoundingClientRect()
    return isMirrored ? { index, from: right, to: left } : { index, from: left, to: right }
  })
}

/** A column by its head. */
export function columnLoad(state: PlaygroundState, grid: HTMLElement, column: string): Load {
  const { store, rows } = state
  const place = () => store.get(rows.columnsAtom).findIndex(({ id }) => id === column)
  /** Its place once it stands in the gap: it leaves one behind. */
  const placeIn = (gap: number) => (gap > place() ? gap - 1 : gap)
  return {
    axis: 'inline',
    label: column,
    landing({ x }) {
      const landing = landingAt(x, drawnHeads(grid))
      return landing === null || placeIn(landing.gap) === place() ? null : landing
    },
    put: (gap) => moveHead(state, grid, column, placeIn(gap)),
  }
}
