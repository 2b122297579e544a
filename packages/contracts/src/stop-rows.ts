/**
 * The body of `POST /services/{completion,chat}/batch/stop`: rows that nobody waits for any more. A batch is found by the run that its
 * caller named in `X-Vitrine-Run`.
 */
export interface StopRowsRequest {
  readonly run_id: string
  readonly row_ids: readonly string[]
}

/** `stopped`: how many of them had not ended yet, in batches of this caller that the answering process carries out. Another one knows nothing of them. */
export interface StopRowsResponse {
  readonly stopped: number
}
