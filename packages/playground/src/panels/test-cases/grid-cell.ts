/** What every kind of cell gets of its place. */
export interface GridCellPlace {
  readonly rowId: string
  /** Of the row among those shown, from 0. */
  readonly index: number
  /** Of the column, from 0. */
  readonly column: number
  readonly isCursor: boolean
  /** Where Tab enters the grid; the cursor's cell, or the first one while there is no cursor. */
  readonly isTabStop: boolean
  readonly isInRange: boolean
}

/** The attributes of a cell's element: one tab stop for the whole grid, which moves with the cursor. */
export const cellAttributes = ({ column, isCursor, isTabStop, isInRange }: GridCellPlace) => ({
  role: 'gridcell',
  'aria-colindex': column + 1,
  tabIndex: isTabStop ? 0 : -1,
  'data-cursor': isCursor || undefined,
  'data-range': isInRange || undefined,
})
