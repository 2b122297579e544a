import { panels } from '../registry.ts'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import css from './grid.module.css'

/** What was said before in a chat row. */
export function HistoryGridCell(place: GridCellPlace) {
  return (
    <div {...cellAttributes(place)} className={css.cell}>
      {panels.ConversationCell && <panels.ConversationCell rowId={place.rowId} />}
    </div>
  )
}
