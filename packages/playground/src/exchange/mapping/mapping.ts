import type { ColumnRole } from '../import/recognition.ts'

/** The second step: what becomes of each column, and of what else a file brings. */
export interface Mapping {
  /** By column of the recognition. */
  readonly columns: readonly ColumnRole[]
  /** Which of the file's variants are taken, in this order; the first one's prompt becomes the prompt. None leaves ours as it is. */
  readonly variants: readonly number[]
  /** Whether the file's checks of every row are taken. */
  readonly takesChecks: boolean
}
