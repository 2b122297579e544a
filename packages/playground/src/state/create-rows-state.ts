import { type Atom, atom } from 'jotai'
import type { Change, RowChange, UndoLabel } from './change.ts'
import { inColumnOrder } from './column-order.ts'
import { withSetting } from './column-setting.ts'
import { columnsOf, drawnNames, missingNames, requiredNames } from './columns.ts'
import type { History } from './create-undo.ts'
import type { CellText, ColumnChange } from './column-change.ts'
import type { Document } from './document.ts'
import { cellsOf, EXPECTED, withCells } from './expected-column.ts'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { inserted, moved } from './list-edit.ts'
import { headerOf, pastedRows } from './pasted-rows.ts'
import type { Store } from './playground-state.ts'
import type { PromptState } from './prompt-state.ts'
import type { RowsState } from './rows-state.ts'
import { perEntry } from './per-entry.ts'
import { type RowEntry, createRowEntry } from './row-entry.ts'
import { type RowParts, rowOf, withDisabled } from './row-parts.ts'
import { NO_VALUES, type RowValues, withValue } from './row-values.ts'
import type { LoadableRow } from './row.ts'

const NEW_ROW = { id: '', data: NO_VALUES, history: [] }

const coming = (entry: RowEntry): RowChange => ({ entry, before: null, after: entry.row })
const refilled = (entry: RowEntry, cells: RowValues): RowChange => ({ entry, before: entry.row, after: withCells(entry.row, cells) })

export function createRowsState(store: Store, document: Document, history: History, prompt: PromptState, ids: () => string): RowsState {
  const namesAtom = prompt.columnNamesAtom
  const settingsAtom = atom((get) => get(document.promptAtom).columns)
  const unreadNamesAtom = atom((get) => {
    const read = new Set(get(namesAtom))
    return get(document.valueColumnsAtom).filter((name) => !read.has(name))
  })
  const keepDrawn = keptIfEqual<readonly string[]>(sameItems)
  const drawnNamesAtom = atom((get) => keepDrawn(drawnNames(get(namesAtom), get(unreadNamesAtom), get(settingsAtom))))
  const hiddenNamesAtom = atom((get) => {
    const drawn = new Set(get(drawnNamesAtom))
    return inColumnOrder(
      [...get(namesAtom), ...get(unreadNamesAtom)].filter((name) => !drawn.has(name)),
      get(settingsAtom),
    )
  })
  const requiredOf = (namesOf: Atom<readonly string[]>): Atom<readonly string[]> => {
    const keep = keptIfEqual<readonly string[]>(sameItems)
    return atom((get) => keep(requiredNames(get(namesOf), get(document.promptAtom).templateFormat)))
  }
  const requiredByAnyAtom = requiredOf(namesAtom)
  const requiredByVariant = new Map<string, Atom<readonly string[]>>()
  function requiredBy(variantId: string | undefined): Atom<readonly string[]> {
    if (variantId === undefined) return requiredByAnyAtom
    const required = requiredByVariant.get(variantId) ?? requiredOf(atom((get) => get(prompt.draftOf(variantId)).variables))
    requiredByVariant.set(variantId, required)
    return required
  }
  const columnsAtom = atom((get) => columnsOf(get(drawnNamesAtom), get(settingsAtom)))
  const hiddenColumnsAtom = atom((get) => columnsOf(get(hiddenNamesAtom), get(settingsAtom)))
  const absentRowAtom: Atom<LoadableRow | null> = atom(() => null)
  const nothingMissingAtom: Atom<readonly string[]> = atom(() => [])
  const missingOf = perEntry(() => new Map<string | undefined, Atom<readonly string[]>>())
  function missingIn(entry: RowEntry, variantId: string | undefined): Atom<readonly string[]> {
    const known = missingOf(entry).get(variantId)
    if (known !== undefined) return known
    const keep = keptIfEqual<readonly string[]>(sameItems)
    const missing = atom((get) => keep(missingNames(get(requiredBy(variantId)), get(entry.rowAtom)?.data ?? {})))
    missingOf(entry).set(variantId, missing)
    return missing
  }

  const order = () => store.get(document.idsAtom)
  const entriesOf = (some: readonly string[]) => some.map((id) => document.entries.get(id)).filter((entry) => entry !== undefined)
  const created = (row: RowParts) => createRowEntry(rowOf(ids(), row))

  function commit(label: UndoLabel, after: readonly string[], rows: readonly RowChange[], joinKey?: string): void {
    const before = order()
    const change: Change = { label, rows, ...(after === before ? {} : { ids: { before, after } }) }
    if (rows.length > 0 || after !== before) history.commit(change, joinKey)
  }

  function editCell(id: string, column: string, value: string, joinKey: string): void {
    for (const entry of entriesOf([id])) {
      const change = refilled(entry, withValue(cellsOf(entry.row), column, value))
      const label = column === EXPECTED ? 'expected-edit' : 'case-edit'
      if (change.after !== entry.row) commit(label, order(), [change], joinKey)
    }
  }

  function changeColumns({ settings, variants, cells }: ColumnChange): void {
    const before = store.get(document.promptAtom)
    const after = { ...before, ...(settings && { columns: settings }), ...(variants && { variants }) }
    const changes = cells ? entriesOf(order()).map((entry) => refilled(entry, cells(entry.row))) : []
    const rows = changes.filter(({ entry, after: row }) => row !== entry.row)
    const hasPrompt = settings !== undefined || variants !== undefined
    if (hasPrompt || rows.length > 0) history.commit({ label: 'column', rows, ...(hasPrompt && { prompt: { before, after } }) })
  }

  function setCells(texts: Iterable<CellText>): void {
    const cells = new Map<string, RowValues>()
    for (const [id, column, text] of texts) {
      const held = cells.get(id) ?? entriesOf([id]).map(({ row }) => cellsOf(row))[0]
      if (held !== undefined) cells.set(id, withValue(held, column, text))
    }
    const changes = entriesOf([...cells.keys()]).map((entry) => refilled(entry, cells.get(entry.id) ?? cellsOf(entry.row)))
    commit(
      'cells-fill',
      order(),
      changes.filter(({ before, after }) => before !== after),
    )
  }

  return {
    idsAtom: document.idsAtom,
    revisionAtom: document.revisionAtom,
    columnsAtom,
    hiddenColumnsAtom,
    filledAtom: document.filledAtom,
    rowAtom: (id) => document.entries.get(id)?.rowAtom ?? absentRowAtom,
    missingAtom(id, variantId) {
      const entry = document.entries.get(id)
      return entry ? missingIn(entry, variantId) : nothingMissingAtom
    },
    settingsAtom,
    setColumn: (setting) => changeColumns({ settings: withSetting(store.get(settingsAtom), setting) }),
    changeColumns,
    disable(some, isDisabled) {
      const changes = entriesOf(some).map((entry): RowChange => ({ entry, before: entry.row, after: withDisabled(entry.row, isDisabled) }))
      commit(
        'case-disable',
        order(),
        changes.filter(({ before, after }) => before !== after),
      )
    },
    add(rows = [{}], at) {
      const entries = rows.map(created)
      const added = entries.map(({ id }) => id)
      if (added.length > 0) commit('case-add', inserted(order(), added, at), entries.map(coming))
      return added
    },
    editValue: (id, column, value) => editCell(id, column, value, `value ${id} ${column}`),
    // Taking an answer over and then typing into its cell are two steps.
    editExpected: (id, text) => editCell(id, EXPECTED, text, `expected ${id}`),
    setCells,
    paste(from, table) {
      const names = store.get(drawnNamesAtom)
      const header = from.rowId === null ? headerOf(table, names, store.get(hiddenNamesAtom)) : null
      const places = from.hasExpected === true ? [...names, EXPECTED] : names
      const columns = header ?? places.slice(Math.max(0, from.column === null ? 0 : places.indexOf(from.column)))
      const start = from.rowId === null ? -1 : order().indexOf(from.rowId)
      const targets = start < 0 ? [] : entriesOf(from.rowIds ?? order().slice(start))
      const { filled, added } = pastedRows(header ? table.slice(1) : table, { rows: targets.map(({ row }) => cellsOf(row)), columns })
      const entries = columns.length === 0 ? [] : added.map((cells) => created(withCells(NEW_ROW, cells)))
      const changes = targets.slice(0, filled.length).map((entry, index) => refilled(entry, filled[index] ?? cellsOf(entry.row)))
      const after = entries.length === 0 ? order() : [...order(), ...entries.map(({ id }) => id)]
      commit('cases-paste', after, [...changes.filter(({ before, after: row }) => before !== row), ...entries.map(coming)])
    },
    duplicate(some) {
      const copies = new Map(entriesOf(some).map((entry) => [entry.id, created(entry.row)]))
      const after = order().flatMap((id) => [id, copies.get(id)?.id].filter((copy) => copy !== undefined))
      if (copies.size > 0) commit('case-duplicate', after, [...copies.values()].map(coming))
    },
    move(id, to) {
      commit('case-move', moved(order(), order().indexOf(id), to), [])
    },
    arrange(after) {
      const isSameRows =
        after.length === order().length && new Set(after).size === after.length && after.every((id) => document.entries.has(id))
      if (isSameRows && !sameItems(after, order())) commit('case-move', after, [])
    },
    remove(some) {
      const gone = new Set(entriesOf(some))
      if (gone.size === 0) return
      const changes = [...gone].map((entry): RowChange => ({ entry, before: entry.row, after: null }))
      const goneIds = new Set([...gone].map(({ id }) => id))
      commit(
        'case-delete',
        order().filter((id) => !goneIds.has(id)),
        changes,
      )
    },
    setHistory(id, messages, mode) {
      const before = store.get(document.promptAtom)
      for (const entry of entriesOf([id])) {
        const change: RowChange = { entry, before: entry.row, after: { ...entry.row, history: messages } }
        if (mode !== undefined && mode !== before.mode)
          history.commit({ label: 'mode', rows: [change], prompt: { before, after: { ...before, mode } } })
        else commit('history-edit', order(), [change])
      }
    },
  }
}
