import type { BatchEvent, ChatBatchRequest } from '@vitrine/contracts'
import { sampleResponse } from '../execution/sample-answer.ts'
import type { OpenBatch, Sent } from './played-service.ts'

export const batchIn = ({ body }: Sent): ChatBatchRequest => JSON.parse(body) as ChatBatchRequest

/** What a batch tells of a row. */
export const rowBegins = (rowId: string): BatchEvent => ({ type: 'row-start', rowId, traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) })
export const rowSays = (rowId: string, delta: string): readonly BatchEvent[] => [
  {
    type: 'row-event',
    rowId,
    event: { type: 'response-start', model: 'm', provider: 'p', traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) },
  },
  { type: 'row-event', rowId, event: { type: 'part-start', index: 0, kind: 'text' } },
  { type: 'row-event', rowId, event: { type: 'part-delta', index: 0, delta } },
]
export const rowEnds = (rowId: string, text: string): BatchEvent => ({ type: 'row-result', rowId, response: sampleResponse(text) })
export const wholeRow = (rowId: string, text = rowId): readonly BatchEvent[] => [
  rowBegins(rowId),
  ...rowSays(rowId, text),
  rowEnds(rowId, text),
]

export const batchEnds = (rows: number, notStarted: readonly string[] = []): BatchEvent => ({
  type: 'batch-end',
  counts: { rows, succeeded: rows - notStarted.length, failed: 0, notStarted: notStarted.length, replayed: 0 },
  notStarted,
})

/** Plays a batch as the service does: rows in their order, as many at once as was asked for, each as long as `run` takes for its end. */
export async function playBatch(
  sent: Sent,
  batch: OpenBatch,
  run: (row: ChatBatchRequest['rows'][number]) => Promise<BatchEvent>,
): Promise<void> {
  const { rows, concurrency } = batchIn(sent)
  let next = 0
  const work = async (): Promise<void> => {
    for (let row = rows[next++]; row !== undefined && sent.signal?.aborted !== true; row = rows[next++]) {
      batch.say(rowBegins(row.row_id))
      batch.say(await run(row))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  batch.say(batchEnds(rows.length))
  batch.end()
}
