import type { ChatTestRequest, CompletionTestRequest } from './test-request.ts'

/** What one batch may hold, and how many of its rows may be asked for to run at once. */
export const MOST_BATCH_ROWS = 10_000
export const MOST_ROWS_AT_ONCE = 100
/** Characters of an idempotency key and of the id of a row. */
export const LONGEST_IDEMPOTENCY_KEY = 255
export const LONGEST_ROW_ID = 128

/**
 * One row of a batch.
 *
 * *Shape*: `row_id` is the caller's own name of it, unique within the batch. With an `idempotency_key` the result is kept for a while: the
 * same row sent again with the same key is answered by it instead of being run a second time, also while it runs in another batch.
 */
export interface CompletionBatchRow {
  readonly row_id: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly idempotency_key?: string
}

/** `messages` is the history of the row, appended as it is after the rendered template. */
export interface ChatBatchRow extends CompletionBatchRow {
  readonly messages?: ChatTestRequest['messages']
}

interface BatchRequest extends Omit<CompletionTestRequest, 'inputs'> {
  /** Rows that run at once at most; the service's own limit for a provider key stands above it. */
  readonly concurrency: number
  /** No row begins after one has failed; those that run are finished. */
  readonly stop_on_error?: boolean
  /** Whether `part-delta` events come too. Without them providers are asked for whole answers, unless the settings say `stream`. */
  readonly text_deltas?: boolean
  /**
   * Whether what went over the wire is told in the `wire` events alone, and not once more in the result of its row: it is the largest part
   * of both. A result that was kept tells it all the same, for it has no events.
   */
  readonly wire_in_events?: boolean
}

/** The body of `POST /services/completion/batch`: one prompt, many rows. @see contract.md, Batch */
export interface CompletionBatchRequest extends BatchRequest {
  readonly rows: readonly CompletionBatchRow[]
}

/** The body of `POST /services/chat/batch`. */
export interface ChatBatchRequest extends BatchRequest {
  readonly rows: readonly ChatBatchRow[]
}
