import {
  BATCH_EVENT_NAMES,
  type BatchEvent,
  type ChatBatchRequest,
  type CompletionBatchRequest,
  batchEventFromWire,
} from '@vitrine/contracts'
import { isStream } from './open-run.ts'
import type { PreparedRun, RunOptions } from './prepared-run.ts'
import { type FailureEvent, type StreamForm, readStream } from './read-stream.ts'
import { failureOfResponse, notOurs } from './reply-failure.ts'
import { runHeaders } from './run-headers.ts'
import { runUrl } from './run-url.ts'
import { type Transport, send } from './transport.ts'

/** What a batch can be told beside its body. A deadline counts for each row from its beginning. */
export type BatchOptions = Omit<RunOptions, 'rowId' | 'stream' | 'idempotencyKey'>

/** What a batch yields: the service's events, and as the very last one a failure where no `batch-end` came. */
export type BatchRunEvent = BatchEvent | FailureEvent

/** One batch with everything it needs in it, as `PreparedRun`. */
export interface PreparedBatch extends Omit<PreparedRun, 'body' | 'options'> {
  readonly body: CompletionBatchRequest | ChatBatchRequest
  readonly options: BatchOptions
}

const FORM: StreamForm<BatchEvent> = {
  known: new Set(BATCH_EVENT_NAMES),
  read: batchEventFromWire,
  isLast: ({ type }) => type === 'batch-end',
}

/**
 * Sends a batch and yields what comes of it. It never throws; the last event is `batch-end` or `failure`. After a failure the rows that had
 * a `row-result` or `row-error` are done, and the others can be sent again; with their idempotency keys none is paid for twice.
 */
export async function* openBatch(transport: Transport, batch: PreparedBatch): AsyncGenerator<BatchRunEvent, void, void> {
  const { signal } = batch.options
  const url = runUrl(batch.prefix, batch.mode, batch.projectId, 'batch')
  const sent = await send(transport, { method: 'POST', url, headers: runHeaders(batch), body: batch.body, ...(signal ? { signal } : {}) })
  if ('failure' in sent) yield { type: 'failure', failure: sent.failure }
  else if (!sent.response.ok) yield { type: 'failure', failure: await failureOfResponse(sent.response) }
  else if (isStream(sent.response) && sent.response.body) yield* readStream(sent.response.body, FORM, signal)
  else yield { type: 'failure', failure: notOurs(sent.response, await sent.response.text().catch(() => '')) }
}
