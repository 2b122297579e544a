import type { PreparedBatch } from './open-batch.ts'
import { jsonOf } from './reply-failure.ts'
import { runHeaders } from './run-headers.ts'
import { runUrl } from './run-url.ts'
import { type Transport, send } from './transport.ts'

/**
 * Asks the service to end rows of a batch that is open and goes on with others, and answers how many it ended. It may be that another
 * process of the service carries the batch out: then it is none. The batch needs a `runId`.
 *
 * *Errors*: none; where the service could not be asked nothing was ended.
 */
export async function stopRows(transport: Transport, batch: PreparedBatch, rowIds: readonly string[]): Promise<number> {
  const { runId } = batch.options
  if (runId === undefined) return 0
  const sent = await send(transport, {
    method: 'POST',
    url: runUrl(batch.prefix, batch.mode, batch.projectId, 'batch/stop'),
    headers: { ...runHeaders({ ...batch, options: {} }), accept: 'application/json' },
    body: { run_id: runId, row_ids: rowIds },
  })
  if ('failure' in sent) return 0
  const reply = jsonOf(await sent.response.text().catch(() => ''))
  const stopped = typeof reply === 'object' && reply !== null && 'stopped' in reply ? reply.stopped : 0
  return typeof stopped === 'number' ? stopped : 0
}
