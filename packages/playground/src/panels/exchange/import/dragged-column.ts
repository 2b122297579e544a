const TYPE = 'application/x-vitrine-column'

type Carried = Pick<DataTransfer, 'types' | 'getData' | 'setData'>

/** Whether a column is being dragged; what it is can only be read once it is dropped. */
export const isColumnDrag = ({ types }: Pick<Carried, 'types'>): boolean => types.includes(TYPE)

export const carryColumn = (transfer: Carried, index: number): void => transfer.setData(TYPE, String(index))

/** The column that was dropped, by its place; null where something else was. */
export function draggedColumn(transfer: Carried): number | null {
  if (!isColumnDrag(transfer)) return null
  const index = Number(transfer.getData(TYPE))
  return Number.isInteger(index) && index >= 0 ? index : null
}
