import { cellsOf } from '../state/expected-column.ts'
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
