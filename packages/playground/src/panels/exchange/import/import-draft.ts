import type { RecogniseOptions, ImportSource, Recognition } from '../../../exchange/import/recognition.ts'
import type { Mapping } from '../../../exchange/mapping/mapping.ts'

export type ImportStep = 'recognise' | 'map' | 'place'
export type HowPlaced = 'append' | 'replace'

/** Where an import stands; nothing of it is in the playground yet. */
export interface ImportDraft {
  readonly step: ImportStep
  readonly source: ImportSource | null
  readonly isReading: boolean
  /** The name of a file that the browser could not read. */
  readonly unreadable: string | null
  readonly options: RecogniseOptions
  readonly recognition: Recognition | null
  readonly mapping: Mapping | null
  /** Null until it was said. */
  readonly how: HowPlaced | null
}

export const NO_DRAFT: ImportDraft = {
  step: 'recognise',
  source: null,
  isReading: false,
  unreadable: null,
  options: {},
  recognition: null,
  mapping: null,
  how: null,
}

/** The steps that an import has: what has no columns has none to map. */
export const stepsOf = ({ recognition }: ImportDraft): readonly ImportStep[] =>
  recognition?.ok === true && recognition.columns.length === 0 ? ['recognise', 'place'] : ['recognise', 'map', 'place']
