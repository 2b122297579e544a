import { outputColumn } from '../state/output-column.ts'
import type { CommandContext } from './command.ts'

/** Goes to a case: beside open details it is their case; else the cursor stands on it, where it was among the columns. */
export function showCase({ state, store, focusCursor }: Pick<CommandContext, 'state' | 'store' | 'focusCursor'>, rowId: string): void {
  const { view, rows, prompt } = state
  if (!store.get(view.visibleRowIdsAtom).includes(rowId)) store.set(view.filterAtom, { status: 'all', text: '' })
  const details = store.get(view.drawerAtom)
  const usual =
    store.get(view.cursorAtom)?.column ?? store.get(rows.columnsAtom)[0]?.id ?? outputColumn(store.get(prompt.variants.activeIdAtom))
  const column = details === null ? usual : outputColumn(details.variantId)
  store.set(view.narrowPartAtom, 'cases')
  store.set(view.cursorAtom, { rowId, column })
  store.set(view.drawerAtom, (open) => open && { ...open, rowId })
  if (details === null) focusCursor()
}
