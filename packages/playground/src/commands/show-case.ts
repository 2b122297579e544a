import type { CommandContext } from './command.ts'

/** Goes to a case: beside open details it is their case; else the cursor stands on it, where it was among the columns. */
export function showCase({ state, store, focusCursor }: Pick<CommandContext, 'state' | 'store' | 'focusCursor'>, rowId: string): void {
  const { view, rows } = state
  if (!store.get(view.visibleRowIdsAtom).includes(rowId)) store.set(view.filterAtom, { status: 'all', text: '' })
  const isInDetails = store.get(view.drawerAtom) !== null
  const column = isInDetails ? '#output' : (store.get(view.cursorAtom)?.column ?? store.get(rows.columnsAtom)[0]?.id ?? '#output')
  store.set(view.narrowPartAtom, 'cases')
  store.set(view.cursorAtom, { rowId, column })
  store.set(view.drawerAtom, (open) => open && { ...open, rowId })
  if (!isInDetails) focusCursor()
}
