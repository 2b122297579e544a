import type { StopRowsResponse } from '@vitrine/contracts'
import { readStopRows } from '@vitrine/contracts/schemas'
import { parseBody } from '../../http/parse-body.ts'
import { readBody } from '../../http/read-body.ts'
import { jsonReply } from '../../http/reply.ts'
import type { AdmittedExchange } from '../../middleware/exchange.ts'
import type { Outcome } from '../../middleware/respond.ts'
import { issuesRefusal } from '../read-run-request.ts'
import type { BatchDeps } from './batch-scope.ts'

/** `POST /services/{completion,chat}/batch/stop`: ends rows of a batch whose other rows go on. */
export async function stopStage(exchange: AdmittedExchange, deps: Pick<BatchDeps, 'batches' | 'maxBodyBytes'>): Promise<Outcome> {
  const { request, projectId, principal, headers } = exchange
  const body = await readBody(request, deps.maxBodyBytes)
  if (!body.ok) return body
  const parsed = parseBody(body.text)
  if (!parsed.ok) return parsed
  const read = readStopRows(parsed.value)
  if (!read.ok) return issuesRefusal(read.issues)
  const { run_id: runId, row_ids: rowIds } = read.request
  const reply: StopRowsResponse = { stopped: deps.batches.stop({ projectId, subjectHash: principal.subjectHash, runId }, rowIds) }
  return jsonReply(reply, headers)
}
