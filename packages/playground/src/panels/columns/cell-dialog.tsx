import { useAtomValue } from 'jotai'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { typeIn } from '../../state/column-setting.ts'
import { EXPECTED, cellText } from '../../state/expected-column.ts'
import type { CellDialogProps } from './cell-dialog-props.ts'
import { MediaDialog } from './media-dialog.tsx'
import { TextDialog } from './text-dialog.tsx'

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
