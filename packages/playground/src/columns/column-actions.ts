import { cellsOf } from '../state/expected-column.ts'
import { withMovedColumn, withoutColumnOrder } from '../state/column-order.ts'
import { settingOf, withSetting } from '../state/column-setting.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { withValue } from '../state/row-values.ts'

export function clearColumn({ rows }: PlaygroundState, column: string): void {
  rows.changeColumns({ cells: (row) => withValue(cellsOf(row), column, '') })
}

/** A column that prompts read leaves by being hidden; another one goes back among those that nobody asked for. */
export function hideColumn({ store, rows, prompt }: PlaygroundState, column: string): void {
  const { isShown: _shown, ...setting } = settingOf(store.get(rows.settingsAtom), column)
  rows.setColumn(store.get(prompt.columnNamesAtom).includes(column) ? { ...setting, isHidden: true } : setting)
}

export function showColumns({ store, rows, prompt }: PlaygroundState, columns: readonly string[]): void {
  const read = new Set(store.get(prompt.columnNamesAtom))
  const settings = columns.reduce((said, name) => {
    const { isHidden: _hidden, ...setting } = settingOf(said, name)
    return withSetting(said, read.has(name) ? setting : { ...setting, isShown: true })
  }, store.get(rows.settingsAtom))
  rows.changeColumns({ settings })
}

/** Values and what was said of it; for a column that no prompt reads. */
export function deleteColumn({ store, rows }: PlaygroundState, column: string): void {
  rows.changeColumns({
    settings: withSetting(store.get(rows.settingsAtom), { name: column }),
    cells: (row) => withValue(cellsOf(row), column, ''),
  })
}

/** To another index among the columns that are drawn. Whether it moved at all. */
export function moveColumn({ store, rows, prompt, view }: PlaygroundState, column: string, to: number): boolean {
  const settings = store.get(rows.settingsAtom)
  const drawn = store.get(rows.columnsAtom).map(({ id }) => id)
  const after = withMovedColumn(settings, { read: store.get(prompt.columnNamesAtom), drawn }, column, to)
  if (after === settings) return false
  rows.changeColumns({ settings: after })
  const now = store.get(rows.columnsAtom)
  store.set(view.movedAtom, { kind: 'column', name: column, place: now.findIndex(({ id }) => id === column) + 1, total: now.length })
  return true
}

/** Back to the order in which the prompts use them. */
export function forgetColumnOrder({ store, rows }: PlaygroundState): void {
  rows.changeColumns({ settings: withoutColumnOrder(store.get(rows.settingsAtom)) })
}
