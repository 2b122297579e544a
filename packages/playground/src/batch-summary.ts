/** What became of the rows that ran together. A row that was left out is not among `rows`. */
export interface BatchSummary {
  readonly runId: string
  readonly rows: number
  readonly done: number
  readonly failed: number
  readonly stopped: number
}
