import type { Message } from './kernel/message.ts'
import type { RunRequest, UnusedSetting } from './run-request.ts'

/** A row as it was asked for, after the request was read. */
export interface BatchRow {
  readonly rowId: string
  /** The very values that came, by own keys. */
  readonly inputs: Readonly<Record<string, unknown>>
  readonly history: readonly Message[]
  /** What of its history reaches no provider. */
  readonly unknown: readonly UnusedSetting[]
  readonly idempotencyKey?: string
}

/** A batch as it was asked for, after the request was read: the prompt once, and what differs from row to row. */
export interface BatchRunRequest {
  readonly prompt: Omit<RunRequest, 'inputs' | 'history'>
  readonly rows: readonly BatchRow[]
  readonly concurrency: number
  readonly stopOnError: boolean
  readonly textDeltas: boolean
  readonly wireInEvents: boolean
}
