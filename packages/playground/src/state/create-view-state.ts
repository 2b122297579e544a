import { type Getter, atom } from 'jotai'
import type { ChecksState } from './checks-state.ts'
import type { Document } from './document.ts'
import type { OutputRef } from './output-ref.ts'
import type { ExecutionState } from './execution-state.ts'
import type { Store } from './playground-state.ts'
import type { PromptState } from './prompt-state.ts'
import type { AskedRun, CellCursor, DrawerTab, MovedPlace, RowFilter, ViewState } from './view-state.ts'
import { createDiffering, matchesText } from './row-filter.ts'
import { textFilter } from './text-filter.ts'

export function createViewState({
  store,
  document,
  prompt,
  execution,
  checks,
}: {
  readonly store: Store
  readonly document: Document
  readonly prompt: PromptState
  readonly execution: ExecutionState
  readonly checks: ChecksState
}): ViewState {
  const filterAtom = atom<RowFilter>({ status: 'all', text: '' })
  const selectedRowIdsAtom = atom<ReadonlySet<string>>(new Set<string>())
  const cursorAtom = atom<CellCursor | null>(null)
  const editingAtom = atom<CellCursor | null>(null)
  const drawerAtom = atom<(OutputRef & { readonly tab: DrawerTab }) | null>(null)
  const previewRowIdAtom = atom<string | null>(null)

  const differs = createDiffering()
  const differingAtom = atom((get): ReadonlySet<string> => {
    get(execution.standingsAtom)
    const variantIds = get(prompt.variants.idsAtom)
    const differing = variantIds.length > 1 ? [...document.entries.values()].filter((entry) => differs(entry, variantIds)) : []
    return new Set(differing.map(({ id }) => id))
  })

  const visibleRowIdsAtom = atom((get) => {
    const ids = get(document.idsAtom)
    const { status, text } = get(filterAtom)
    // An expression that is refused filters nothing: its field says why.
    const keeps = text.trim() === '' ? null : textFilter(text)
    if (status === 'all' && keeps === null) return ids
    const kept = keptByStatus(get, status)
    return ids.filter((rowId) => {
      const entry = document.entries.get(rowId)
      return entry !== undefined && (kept === null || kept.has(rowId)) && (keeps === null || matchesText(entry, keeps))
    })
  })

  /** Null where the status keeps everything. */
  function keptByStatus(get: Getter, status: RowFilter['status']): ReadonlySet<string> | null {
    if (status === 'all') return null
    if (status === 'unmet') return get(checks.unmetAtom)
    if (status === 'differs') return get(differingAtom)
    return new Set(
      get(execution.standingsAtom)
        .filter(({ state }) => state === status)
        .map(({ rowId }) => rowId),
    )
  }

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
  store.sub(prompt.variants.idsAtom, () => {
    const drawer = store.get(drawerAtom)
    if (drawer !== null && !store.get(prompt.variants.idsAtom).includes(drawer.variantId)) store.set(drawerAtom, null)
  })

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
    askedRunAtom: atom<AskedRun | null>(null),
    movedAtom: atom<MovedPlace | null>(null),
    visibleRowIdsAtom,
    differingAtom,
  }
}
