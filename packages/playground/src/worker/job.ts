import { LONGEST_ROW_ID } from '@vitrine/contracts'
import { type RunnerRequest, runKey } from './protocol.ts'

/** A run that has no outcome yet. */
export interface Job {
  readonly key: string
  /** What it is called within a batch, where each name may stand once. */
  readonly rowId: string
  /** Rises from job to job. */
  readonly order: number
  readonly request: RunnerRequest
  /** Connections that broke while it ran. */
  breaks: number
  /** Lets go of what carries it; null while it waits. */
  drop: (() => void) | null
}

export function toJob(request: RunnerRequest, order: number): Job {
  const key = runKey(request.options)
  // A key has a space in it, so a number is nobody's.
  return { key, rowId: key.length <= LONGEST_ROW_ID ? key : String(order), order, request, breaks: 0, drop: null }
}
