import { atom } from 'jotai'
import type { ChecksState } from './checks-state.ts'
import type { Document } from './document.ts'
import type { CellCursor, DrawerTab, ExecutionState, Store, ViewState } from './playground-state.ts'
import { matchesText } from './row-filter.ts'
import { textFilter } from './text-filter.ts'

export function createViewState(store: Store, document: Document, execution: ExecutionState, checks: ChecksState): ViewState {
  const filterAtom = atom<{ readonly status: 'all' | 'failed' | 'stale' | 'unmet'; readonly text: string }>({ status: 'all', text: '' })
  const selectedRowIdsAtom = atom<ReadonlySet<string>>(new Set<string>())
  const cursorAtom = atom<CellCursor | null>(null)
  const editingAtom = atom<CellCursor | null>(null)
  const drawerAtom = atom<{ readonly rowId: string; readonly tab: DrawerTab } | null>(null)
  const previewRowIdAtom = atom<string | null>(null)

  const visibleRowIdsAtom = atom((get) => {
    const ids = get(document.idsAtom)
    const { status, text } = get(filterAtom)
    // An expression that is refused filters nothing: its field says why.
    const keeps = text.trim() === '' ? null : textFilter(text)
    if (status === 'all' && keeps === null) return ids
    const unmet = status === 'unmet' ? get(checks.unmetAtom) : null
    const chosen = get(execution.standingsAtom).filter(({ rowId, state }) => {
      const entry = document.entries.get(rowId)
      return (
        entry !== undefined &&
        (status === 'all' || state === status || unmet?.has(rowId) === true) &&
        (keeps === null || matchesText(entry, keeps))
      )
    })
    return chosen.map(({ rowId }) => rowId)
  })

  const isGone = (id: string) => !document.entries.has(id)
  /** Nothing may point at a row that is gone. */
  function forgetGoneRows(): void {
    const selected = store.get(selectedRowIdsAtom)
    if ([...selected].some(isGone)) store.set(selectedRowIdsAtom, new Set([...selected].filter((id) => !isGone(id))))
    for (const cursor of [cursorAtom, editingAtom]) {
      const at = store.get(cursor)
      if (at !== null && isGone(at.rowId)) store.set(cursor, null)
    }
    const drawer = store.get(drawerAtom)
    if (drawer !== null && isGone(drawer.rowId)) store.set(drawerAtom, null)
    const preview = store.get(previewRowIdAtom)
    if (preview !== null && isGone(preview)) store.set(previewRowIdAtom, null)
  }
  store.sub(document.idsAtom, forgetGoneRows)

  return {
    selectedRowIdsAtom,
    cursorAtom,
    editingAtom,
    drawerAtom,
    previewRowIdAtom,
    filterAtom,
    densityAtom: atom<0 | 1 | 2>(1),
    configCollapsedAtom: atom(false),
    narrowPartAtom: atom<'prompt' | 'cases'>('cases'),
    visibleRowIdsAtom,
  }
}
