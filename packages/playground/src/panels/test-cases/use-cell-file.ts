import type { MediaColumnType } from '../../attachments/column-value.ts'
import { usePlayground } from '../../playground-context.ts'
import { useText } from '../../messages/use-text.ts'
import { useToast } from '../../ui/toast.tsx'

/** Takes a file into a cell; says so where it cannot be. */
export function useCellFile(): (rowId: string, column: string, type: MediaColumnType, file: File) => Promise<void> {
  const say = useText('cases')
  const { rows } = usePlayground().state
  const { show } = useToast()
  return async (rowId, column, type, file) => {
    const { fileValue } = await import('../../columns/file-value.ts')
    const read = await fileValue(type, file)
    if (read.ok) rows.editValue(rowId, column, read.value)
    else show(say(type === 'image' ? 'noImage' : 'noFile', { name: file.name }))
  }
}
