import { useAtomValue } from 'jotai'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { typeIn } from '../../state/column-setting.ts'
import { EXPECTED, cellText } from '../../state/expected-column.ts'
import { MediaDialog } from './media-dialog.tsx'
import { TextDialog } from './text-dialog.tsx'

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

/** One cell in an editor of its own: a large one for text, or one that takes files, by what the column holds. */
export function CellDialog(props: CellDialogProps) {
  useLateTexts('columns', texts)
  const { rowId, column } = props
  const { rows } = usePlayground().state
  const type = typeIn(useAtomValue(rows.settingsAtom), column)
  const row = useAtomValue(rows.rowAtom(rowId))
  if (row === null) return null
  const value = cellText(row, column)
  if (type === 'image' || type === 'file') return <MediaDialog {...props} type={type} value={value} />
  return <TextDialog {...props} type={column === EXPECTED ? 'text' : type} value={value} />
}
