import type { PreparedBatch } from './open-batch.ts'
import { runHeaders } from './run-headers.ts'
import { runUrl } from './run-url.ts'
import { type Transport, send } from './transport.ts'

/**
 * Asks the service to end rows of a batch that is open and goes on with others. Whether it does is seen in the batch's own stream: it may be
 * that another process of the service carries the batch out. The batch needs a `runId`.
 *
 * *Errors*: none; false where the service could not be asked.
 */
export async function stopRows(transport: Transport, batch: PreparedBatch, rowIds: readonly string[]): Promise<boolean> {
  const { runId } = batch.options
  if (runId === undefined) return false
  const sent = await send(transport, {
    method: 'POST',
    url: runUrl(batch.prefix, batch.mode, batch.projectId, 'batch/stop'),
    headers: { ...runHeaders({ ...batch, options: {} }), accept: 'application/json' },
    body: { run_id: runId, row_ids: rowIds },
  })
  if ('failure' in sent) return false
  // Read to its end, so that the connection is free again.
  await sent.response.text().catch(() => '')
  return sent.response.ok
}
