import { type ReadingLimits, WORKER_LIMITS } from './limits.ts'

export const READING_STEPS = ['opening', 'recognising', 'reading', 'checking'] as const
/** How far the reading of a file is. `share` of its step, of one; null where nobody can tell. */
export interface ReadingProgress {
  readonly step: (typeof READING_STEPS)[number]
  readonly share: number | null
}

/** Where something is read: how much at most, who wants to know how far it is, and who else waits for the same thread. */
export interface ReadingConditions {
  readonly limits: ReadingLimits
  readonly onProgress: (progress: ReadingProgress) => void
  /** Lets whatever else waits go first; between the steps. */
  readonly breathe: () => Promise<void>
}

/** For those that nobody waits behind. */
export const UNWATCHED: ReadingConditions = {
  limits: WORKER_LIMITS,
  onProgress: () => undefined,
  breathe: () => Promise.resolve(),
}
