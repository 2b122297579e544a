import { usePlayground } from '../../playground-context.ts'
import { type GridCellPlace, cellAttributes } from './grid-cell.ts'
import css from './grid.module.css'

/** What was said before in a chat row. */
export function HistoryGridCell(place: GridCellPlace) {
  const { panels } = usePlayground()
  return (
    <div {...cellAttributes(place)} className={css.cell}>
      {panels.ConversationCell && <panels.ConversationCell rowId={place.rowId} />}
    </div>
  )
}
