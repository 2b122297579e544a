import { z } from 'zod'
import { LONGEST_ROW_ID, MOST_BATCH_ROWS } from '../batch-request.ts'
import type { RequestIssue } from '../run-request.ts'
import type { StopRowsRequest } from '../stop-rows.ts'
import { documented } from './documented.ts'
import { requestIssues } from './request-issues.ts'

/** @see StopRowsRequest */
export const stopRowsRequestSchema = z
  .strictObject({
    run_id: z.string().min(1).max(LONGEST_ROW_ID),
    row_ids: z.array(z.string().min(1).max(LONGEST_ROW_ID)).min(1).max(MOST_BATCH_ROWS),
  })
  .register(documented, {
    id: 'StopRowsRequest',
    title: 'StopRowsRequest',
    description:
      'run_id is what the batch was sent with in X-Vitrine-Run. Rows that run end as cancelled; rows that have not begun never do.',
  })

export type ReadStopRows =
  | { readonly ok: true; readonly request: StopRowsRequest }
  | { readonly ok: false; readonly issues: readonly RequestIssue[] }

export function readStopRows(given: unknown): ReadStopRows {
  const checked = stopRowsRequestSchema.safeParse(given)
  return checked.success ? { ok: true, request: checked.data } : { ok: false, issues: requestIssues(given, checked.error.issues) }
}
