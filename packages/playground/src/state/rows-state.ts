import type { Atom } from 'jotai'
import type { CellText, ColumnChange } from './column-change.ts'
import type { ColumnSetting } from './column-setting.ts'
import type { EnhancedMessage, EnhancedPrompt } from './prompt.ts'
import type { RowParts } from './row-parts.ts'
import type { LoadableColumn, LoadableRow } from './row.ts'

/** Null: the table becomes rows of its own, or begins at the first column. `hasExpected`: what is expected is the last of the columns. */
export interface PastePlace {
  readonly rowId: string | null
  readonly column: string | null
  readonly hasExpected?: boolean
  /** The rows that are filled, from that one on; without them all that follow it. */
  readonly rowIds?: readonly string[]
}

/** One atom per row: a change of one row renders one row. */
export interface RowsState {
  readonly idsAtom: Atom<readonly string[]>
  /** Those that are drawn: as somebody put them, then in order of first use what some variant reads, then what was asked for. */
  readonly columnsAtom: Atom<readonly LoadableColumn[]>
  /** The others: hidden by somebody, or holding values that no variant reads. */
  readonly hiddenColumnsAtom: Atom<readonly LoadableColumn[]>
  /** What was said of columns. */
  readonly settingsAtom: Atom<readonly ColumnSetting[]>
  setColumn(setting: ColumnSetting): void
  /** As one step to undo. */
  changeColumns(change: ColumnChange): void
  /** Any number of cells, as one step to undo. */
  setCells(texts: Iterable<CellText>): void
  /** Kept and not run, or run again. */
  disable(ids: readonly string[], isDisabled: boolean): void
  /** How many rows hold a value, by column; a column that no row fills has no entry. */
  readonly filledAtom: Atom<ReadonlyMap<string, number>>
  /** The row's own atom; an id that is gone reads as null. */
  rowAtom(id: string): Atom<LoadableRow | null>
  /** The names of variables without a value, in column order: of the variant, or of any where none is named. */
  missingAtom(id: string, variantId?: string): Atom<readonly string[]>
  /** Rises whenever a value, a history or the set of rows changes. */
  readonly revisionAtom: Atom<number>
  add(rows?: readonly RowParts[], at?: number): readonly string[]
  /** The column of what is expected is one too. */
  editValue(id: string, column: string, value: string): void
  /** The answer that is wanted of a row; an empty text takes it away. */
  editExpected(id: string, text: string): void
  /** Fills cells from a table, from a cell on, growing rows where it ends; one undo step. */
  paste(from: PastePlace, table: readonly (readonly string[])[]): void
  duplicate(ids: readonly string[]): void
  move(id: string, to: number): void
  /** The same rows in another order. */
  arrange(ids: readonly string[]): void
  remove(ids: readonly string[]): void
  /** With a mode, what is shown of it changes in the same step. */
  setHistory(id: string, history: readonly EnhancedMessage[], mode?: EnhancedPrompt['mode']): void
}
