import type { JournalFault, KeptHead } from './journal.ts'
import type { Restored } from './restore.ts'

/** What a page knows of its kept copy. */
export interface JournalView {
  /** `asking`: the browser has not said yet. */
  readonly status: 'asking' | 'refused' | 'off' | 'on'
  /** Milliseconds since 1970; null before the first time. */
  readonly savedAtMs: number | null
  /** Whether something changed since. */
  readonly isBehind: boolean
  /** Why the last write did not happen. */
  readonly fault: JournalFault | null
  /** Another page has a copy of its own. */
  readonly isElsewhere: boolean
  /** Work of an earlier visit, until somebody says what becomes of it. */
  readonly offer: KeptHead | null
  readonly restored: Restored | null
  /** Work of an earlier visit that cannot be read. */
  readonly isUnreadable: boolean
}

export const FIRST_VIEW: JournalView = {
  status: 'asking',
  savedAtMs: null,
  isBehind: false,
  fault: null,
  isElsewhere: false,
  offer: null,
  restored: null,
  isUnreadable: false,
}
