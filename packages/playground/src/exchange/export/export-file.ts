import type { Loss } from './loss.ts'

/** A second file that belongs to an export, as graders do to the data of an evaluation. */
export interface CompanionFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/**
 * What an export gives: the file, what it could not hold, and its beginning to look at before it is saved.
 *
 * *Shape*: `pieces` make up the text of a long file, which is saved without ever being one; `text` joins them for who asks.
 */
export interface ExportFile extends CompanionFile {
  readonly pieces?: readonly string[]
  readonly losses: readonly Loss[]
  readonly previewLines: readonly string[]
  readonly companions: readonly CompanionFile[]
}
