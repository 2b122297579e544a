/** Which cell is edited apart from the grid, and from what on. */
export interface CellDialogProps {
  readonly rowId: string
  readonly column: string
  /** As the head calls the column. */
  readonly name: string
  /** Of the case, from 1. */
  readonly number: number
  /** What was typed so far; null begins with the value. */
  readonly typed: string | null
  /** The focus is on its way back to where it was. */
  readonly onClose: () => void
}
