import { createContext, use } from 'react'
import type { GridColumn } from './column-widths.ts'
import type { RowActions } from './use-row-actions.ts'

/** What every row of a grid needs and what seldom changes. */
export interface GridShared {
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly isFolded: boolean
  readonly actions: RowActions
  readonly count: number
  /** The text typed to begin editing with; null keeps the value. */
  readonly typed: () => string | null
  /** In an editor of its own; `text` is what was typed so far. */
  readonly popOut: (rowId: string, column: string, text: string | null) => void
  /** Files that were dropped on a cell that takes them. */
  readonly onFiles: (rowId: string, column: string, files: readonly File[]) => void
  readonly onLeave: (rowId: string, column: string, to: 'stay' | 'down' | 'next' | 'previous') => void
}

export const GridContext = createContext<GridShared | null>(null)

export function useGrid(): GridShared {
  const grid = use(GridContext)
  if (grid === null) throw new Error('A row was rendered outside a grid.')
  return grid
}
