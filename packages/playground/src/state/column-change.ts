import type { ColumnSetting } from './column-setting.ts'
import type { PromptVariant } from './prompt.ts'
import type { RowValues } from './row-values.ts'
import type { LoadableRow } from './row.ts'

/** What one step makes of a column: what is said of columns, the prompts that read it, and the cells. What is absent stays as it is. */
export interface ColumnChange {
  readonly settings?: readonly ColumnSetting[]
  readonly variants?: readonly PromptVariant[]
  /** The cells of a row afterwards, the expected answer among them. */
  readonly cells?: (row: LoadableRow) => RowValues
}

/** The text of one cell, by row and column. */
export type CellText = readonly [rowId: string, column: string, text: string]
