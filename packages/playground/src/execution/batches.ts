import type { BatchSummary } from '../batch-summary.ts'
import type { Budget } from './budget.ts'
import type { Batch } from './row-run.ts'
import type { BatchRequest } from './batch-request.ts'

/** What runs together, with what it sends and may cost, until it is over. */
export interface Batches {
  /** Those that are not over. */
  readonly open: ReadonlySet<Batch>
  requestOf(batch: Batch): BatchRequest | undefined
  budgetOf(batch: Batch): Budget | null
  add(
    made: Pick<Batch, 'runId' | 'rows' | 'isGrouped' | 'settle'> & { readonly budget: Budget | null; readonly request: BatchRequest },
  ): Batch
}

export function createBatches(): Batches {
  const open = new Set<Batch>()
  const requests = new WeakMap<Batch, BatchRequest>()
  const budgets = new WeakMap<Batch, Budget>()
  return {
    open,
    requestOf: (batch) => requests.get(batch),
    budgetOf: (batch) => budgets.get(batch) ?? null,
    add({ runId, rows, isGrouped, settle, budget, request }) {
      const batch: Batch = {
        runId,
        rows,
        isGrouped,
        hasBudget: budget !== null,
        open: rows,
        done: 0,
        failed: 0,
        stopped: 0,
        settle(summary: BatchSummary) {
          open.delete(batch)
          settle(summary)
        },
      }
      open.add(batch)
      requests.set(batch, request)
      if (budget !== null) budgets.set(batch, budget)
      return batch
    },
  }
}
