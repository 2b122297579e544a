import type { ReadingProgress } from '../../../exchange/import/reading-conditions.ts'
import type { RecogniseOptions } from '../../../exchange/import/recognition.ts'
import type { Mapping } from '../../../exchange/mapping/mapping.ts'
import type { ReadOutcome } from '../../../exchange/reader/import-preview.ts'
import type { UnreadSource } from '../../../exchange/reader/reading-session.ts'

export type ImportStep = 'recognise' | 'map' | 'place'
export type HowPlaced = 'append' | 'replace'

/** Several files that came at once; each is an import of its own. */
export interface FileQueue {
  readonly files: readonly File[]
  /** The one that is being imported; null until it was said which. */
  readonly at: number | null
  /** Whether those behind it come after it. */
  readonly goesOn: boolean
}

/** Where an import stands; nothing of it is in the playground yet. */
export interface ImportDraft {
  readonly step: ImportStep
  readonly queue: FileQueue | null
  readonly source: UnreadSource | null
  readonly isReading: boolean
  readonly progress: ReadingProgress | null
  readonly options: RecogniseOptions
  readonly recognition: ReadOutcome | null
  readonly mapping: Mapping | null
  /** Null until it was said. */
  readonly how: HowPlaced | null
}

export const NO_DRAFT: ImportDraft = {
  step: 'recognise',
  queue: null,
  source: null,
  isReading: false,
  progress: null,
  options: {},
  recognition: null,
  mapping: null,
  how: null,
}

/** The steps that an import has: what has no columns has none to map. */
export const stepsOf = ({ recognition }: ImportDraft): readonly ImportStep[] =>
  recognition?.ok === true && recognition.columns.length === 0 ? ['recognise', 'place'] : ['recognise', 'map', 'place']

/** The place of the file that comes next; null where none does. */
export const nextInQueue = ({ queue }: ImportDraft): number | null =>
  queue !== null && queue.goesOn && queue.at !== null && queue.at + 1 < queue.files.length ? queue.at + 1 : null
