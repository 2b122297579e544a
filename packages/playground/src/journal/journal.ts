import type { Cell } from '../state/cell.ts'
import type { Note } from '../state/notes.ts'
import type { PlaygroundSnapshot } from '../state/snapshot.ts'

/** What is kept of an answer. *Shape*: what is absent is as it is in an answer that never ran. */
export interface KeptCell extends Partial<Cell> {
  readonly state: 'done' | 'failed' | 'stopped'
  /** What was sent, and the trace, were too large to keep. */
  readonly isReduced?: true
}

/** The answers of a case under one variant. A place in `cells` without an answer is null. */
export interface KeptOutput {
  readonly cells: readonly (KeptCell | null)[]
  /** A run of it was under way. */
  readonly isOpen?: true
}

export interface KeptNote extends Omit<Note, 'rowId' | 'variantId'> {
  readonly variant: number
}

type KeptCase = PlaygroundSnapshot['rows'][number]

/** A case with its answers, one for each variant. */
export interface KeptRow {
  readonly id: string
  readonly row: KeptCase
  readonly outputs: readonly KeptOutput[]
  /** What somebody said of answers, by the place of their variant. */
  readonly notes?: readonly KeptNote[]
}

/** The sums of a document. *Units*: `costUsd` is null where nothing is known of what was paid. */
export interface KeptFigures {
  readonly cases: number
  readonly results: number
  /** Outputs that were to be run and have no answer. */
  readonly left: number
  readonly failed: number
  /** Answers that were held against checks, and those that passed all of them. */
  readonly checked: number
  readonly passed: number
  readonly costUsd: number | null
  /** Milliseconds; the middle of the answers that are done, null where there is none. */
  readonly latencyMs: number | null
}

/**
 * What a kept document is: the work of a page (`session`), or a state of it that was put aside (`run`). `gone` is a run that was deleted
 * and can still be brought back.
 */
export interface KeptHead extends KeptFigures {
  readonly v: typeof JOURNAL_VERSION
  readonly id: string
  readonly kind: 'session' | 'run' | 'gone'
  /** Empty where nobody gave one. */
  readonly name: string
  /** Kept after a run by itself: the oldest of them make room for new ones. */
  readonly isAutomatic: boolean
  /** Milliseconds since 1970. */
  readonly savedAtMs: number
  readonly models: readonly string[]
  /** The snapshot without its rows. */
  readonly prompt: Omit<PlaygroundSnapshot, 'rows'>
}

export interface KeptDocument {
  readonly head: KeptHead
  readonly rows: readonly KeptRow[]
}

export const JOURNAL_VERSION = 1

/** `full`: the browser has no room left. `refused`: it keeps nothing at all, as in some private windows. */
export type JournalFault = 'full' | 'refused'

export class JournalError extends Error {
  readonly fault: JournalFault
  constructor(fault: JournalFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/** A part of a document that is written at once. With `head` the document is as `order` says, and rows that are not in it are gone. */
export interface JournalWrite {
  /** Somebody asked for this very document: it is kept also where nothing is kept by itself. */
  readonly isAsked?: boolean
  readonly rows: readonly KeptRow[]
  readonly end?: { readonly head: KeptHead; readonly order: readonly string[]; readonly removed: readonly string[] }
}

/**
 * Where a browser keeps work, for a person who asked for it. Every page has a session of its own, so that two of them never write over
 * each other.
 *
 * *Errors*: all of it rejects with `JournalError` where the browser does not do it.
 */
export interface Journal {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number
  /** A name for a new document, different from all others. */
  readonly newId: () => string
  readonly isOn: () => Promise<boolean>
  readonly turnOn: () => Promise<void>
  /** Deletes everything that is kept, runs too. */
  readonly turnOff: () => Promise<void>
  /** Sessions that no page has open, the latest first, and whether there are others that some other page has open. */
  readonly sessions: () => Promise<{ readonly free: readonly KeptHead[]; readonly isElsewhere: boolean }>
  /** Runs that were put aside, the latest first. */
  readonly runs: () => Promise<readonly KeptHead[]>
  /** Null where there is none, or none that this version can read. */
  readonly read: (id: string) => Promise<KeptDocument | null>
  /** Makes the session this page's own for as long as it is open. */
  readonly hold: (id: string) => Promise<void>
  readonly write: (id: string, part: JournalWrite) => Promise<void>
  /** Changes what is said of a document: its name, its kind. */
  readonly change: (id: string, patch: Partial<Pick<KeptHead, 'name' | 'kind' | 'isAutomatic'>>) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** Calls back when the switch or the runs changed, here or in another page. */
  readonly subscribe: (listener: () => void) => () => void
}
