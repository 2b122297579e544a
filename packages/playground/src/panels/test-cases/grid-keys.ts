export type ColumnKind = 'number' | 'value' | 'history' | 'output'

/** A cell by its place among what is shown. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridShape {
  readonly rows: number
  readonly columns: number
  /** Rows that a screen holds. */
  readonly pageRows: number
  readonly isRightToLeft: boolean
}

export interface GridKey {
  readonly key: string
  /** Control, or Command on Apple's keyboards. */
  readonly isMod: boolean
  readonly isShift: boolean
  readonly isAlt: boolean
}

export type GridAct =
  | { readonly type: 'move'; readonly to: GridPlace; readonly isExtending: boolean }
  /** `text` replaces the value; null keeps it. */
  | { readonly type: 'edit'; readonly text: string | null }
  | { readonly type: 'clear' }
  | { readonly type: 'open' }
  | { readonly type: 'select'; readonly isRange: boolean }
  | { readonly type: 'select-all' }
  | { readonly type: 'duplicate' }
  /** The first row of the range into the others. */
  | { readonly type: 'fill-down' }
  | { readonly type: 'disable' }
  /** In an editor of its own. */
  | { readonly type: 'pop-out' }
  /** To the head of the column. */
  | { readonly type: 'head' }
  | { readonly type: 'move-row'; readonly by: 1 | -1 }
  | { readonly type: 'collapse-range' }

/** What a key does in the grid while no cell is edited; null leaves it to the page. */
export function gridAct(pressed: GridKey, at: GridPlace, kind: ColumnKind, shape: GridShape, hasRange: boolean): GridAct | null {
  const { key, isMod, isShift, isAlt } = pressed
  if (isAlt) return key === 'ArrowUp' ? { type: 'move-row', by: -1 } : key === 'ArrowDown' ? { type: 'move-row', by: 1 } : null
  if (key === 'ArrowUp' && at.row === 0 && !isMod && !isShift) return { type: 'head' }
  const to = moved(pressed, at, shape)
  if (to !== null) return { type: 'move', to, isExtending: isShift }
  if (isMod) {
    if (key.toLowerCase() === 'd' && !isShift) return { type: hasRange ? 'fill-down' : 'duplicate' }
    // On many keyboards the sign is written with Shift.
    if (key === '/') return { type: 'disable' }
    if (key.toLowerCase() === 'a' && !isShift) return { type: 'select-all' }
    return null
  }
  if (key === ' ') return { type: 'select', isRange: isShift }
  if (key === 'Escape') return hasRange ? { type: 'collapse-range' } : null
  if (kind === 'value') return valueAct(pressed)
  return key === 'Enter' ? (kind === 'number' ? { type: 'select', isRange: isShift } : { type: 'open' }) : null
}

function valueAct({ key, isShift }: GridKey): GridAct | null {
  if (key === 'Enter' && isShift) return { type: 'pop-out' }
  if (key === 'Enter' || key === 'F2') return { type: 'edit', text: null }
  if (key === 'Delete' || key === 'Backspace') return { type: 'clear' }
  const isSign = /^.$/su.test(key)
  return isSign && !(key === '?' && isShift) ? { type: 'edit', text: key } : null
}

function moved({ key, isMod }: GridKey, { row, column }: GridPlace, shape: GridShape): GridPlace | null {
  const forwards = shape.isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const backwards = shape.isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const last = { row: shape.rows - 1, column: shape.columns - 1 }
  const place = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.min(last.row, Math.max(0, toRow)),
    column: Math.min(last.column, Math.max(0, toColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return place(isMod ? 0 : row - 1, column)
    case 'ArrowDown':
      return place(isMod ? last.row : row + 1, column)
    case forwards:
      return place(row, isMod ? last.column : column + 1)
    case backwards:
      return place(row, isMod ? 0 : column - 1)
    case 'Home':
      return place(isMod ? 0 : row, 0)
    case 'End':
      return place(isMod ? last.row : row, last.column)
    case 'PageUp':
      return place(row - shape.pageRows, column)
    case 'PageDown':
      return place(row + shape.pageRows, column)
    default:
      return null
  }
}

/** The next value cell by Tab while editing, over the ends of rows; null at the grid's own end. `values` are the editable columns. */
export function nextValue(at: GridPlace, by: 1 | -1, values: readonly number[], rows: number): GridPlace | null {
  const index = values.indexOf(at.column) + by
  const sameRow = values[index]
  if (index >= 0 && sameRow !== undefined) return { row: at.row, column: sameRow }
  const row = at.row + by
  const column = by === 1 ? values[0] : values.at(-1)
  return row < 0 || row >= rows || column === undefined ? null : { row, column }
}
