import type { JsonDocument } from '../data/json-document.ts'
import type { FormatId } from './format-id.ts'
import type { ReadingLimits } from './limits.ts'
import type { ProblemList } from './problem-list.ts'
import type { ImportedVariant, RecogniseOptions, RecognisedColumn, RecognisedRow } from './recognition.ts'
import type { Check } from '../../checks/check.ts'

/** A file that was found to be of one format: decoded text, or bytes where the format is not text. */
export interface FormatInput {
  readonly name: string
  readonly format: FormatId
  readonly text: string
  readonly bytes: Uint8Array | null
  /** The whole document, where it was found to be JSON. */
  readonly document?: JsonDocument
  readonly options: RecogniseOptions
  readonly problems: ProblemList
  readonly limits: ReadingLimits
  /** Told now and then how far the reading is; `share` of one. */
  readonly onProgress: (share: number) => void
}

/** What a reader found. What it leaves out there is none of. A reader that cannot go on adds an error and answers null. */
export interface Reading {
  readonly columns?: readonly RecognisedColumn[]
  readonly rows?: readonly RecognisedRow[]
  readonly variants?: readonly ImportedVariant[]
  readonly checks?: readonly Check[]
  readonly delimiter?: string
  readonly hasHeader?: boolean
}

/** One import format. It runs nothing and fetches nothing; what a file asks to be run is reported. */
export type FormatReader = (input: FormatInput) => Reading | null | Promise<Reading | null>
