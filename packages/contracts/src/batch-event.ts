import type { ErrorDetail } from './error.ts'
import type { StreamEvent } from './stream-event.ts'
import type { TestResponse } from './test-response.ts'

/** What a row's run tells on its way; how it ends is told by `row-result` and `row-error`. */
export type RowEvent = Exclude<StreamEvent, { type: 'result' | 'error' | 'heartbeat' }>

/** Why rows were not started: one had failed and the caller wanted to stop then, or the service was shutting down. */
export const BATCH_STOPS = ['first-error', 'draining'] as const
export type BatchStop = (typeof BATCH_STOPS)[number]

/** Rows by what became of them: `rows` is the sum of `succeeded`, `failed` and `notStarted`; `replayed` of the succeeded were not run again. */
export interface BatchCounts {
  readonly rows: number
  readonly succeeded: number
  readonly failed: number
  readonly notStarted: number
  readonly replayed: number
}

/**
 * What travels from the service to the caller of a batch, in the order in which rows come along.
 *
 * *Shape*: each row that was started has one `row-start` and one `row-result` or `row-error`, with its own events between. On the wire those
 * carry their own names and `row_id` among their data; here they are kept whole. `heartbeat` is the batch's own sign of life. The last
 * event is `batch-end`; a stream that ends without it was interrupted, and the rows without an end are the caller's to send again.
 * @see contract.md, Batch
 */
export type BatchEvent =
  | { readonly type: 'row-start'; readonly rowId: string; readonly traceId: string; readonly spanId: string }
  | { readonly type: 'row-event'; readonly rowId: string; readonly event: RowEvent }
  /** `replayed`: it is the result of an earlier run with the same idempotency key. */
  | { readonly type: 'row-result'; readonly rowId: string; readonly response: TestResponse; readonly replayed?: true }
  | { readonly type: 'row-error'; readonly rowId: string; readonly error: ErrorDetail }
  | { readonly type: 'heartbeat' }
  | {
      readonly type: 'batch-end'
      readonly counts: BatchCounts
      /** The ids of the rows that were not started: those that the caller stopped before, and the others in their order. */
      readonly notStarted: readonly string[]
      readonly stoppedBy?: BatchStop
    }

/** The names of a row's own events, as they stand behind `event:`. */
export const ROW_EVENT_TYPES = [
  'response-start',
  'part-start',
  'part-delta',
  'part-end',
  'logprobs',
  'retry',
  'usage',
  'cost',
  'response-end',
  'raw',
  'wire',
  'round',
] as const satisfies readonly RowEvent['type'][]

/** Every name that stands behind `event:` in the stream of a batch. */
export const BATCH_EVENT_NAMES = ['row-start', ...ROW_EVENT_TYPES, 'row-result', 'row-error', 'heartbeat', 'batch-end'] as const
export type BatchEventName = (typeof BATCH_EVENT_NAMES)[number]
