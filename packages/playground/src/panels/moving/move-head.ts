import { flushSync } from 'react-dom'
import { moveColumn } from '../../columns/column-actions.ts'
import type { PlaygroundState } from '../../state/playground-state.ts'
import { focusHead } from '../test-cases/head-keys.ts'

/** Moves a column and leaves the focus on its head: an element that is put elsewhere loses it. */
export function moveHead(state: PlaygroundState, grid: HTMLElement, column: string, to: number): void {
  flushSync(() => moveColumn(state, column, to))
  focusHead(grid, column)
}
