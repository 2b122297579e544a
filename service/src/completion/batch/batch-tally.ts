import type { BatchCounts } from '@vitrine/contracts'

export type RowOutcome = 'succeeded' | 'replayed' | 'failed'

/** What became of the rows so far. */
export interface BatchTally {
  add(outcome: RowOutcome): void
  toCounts(notStarted: number): BatchCounts
}

export function createBatchTally(): BatchTally {
  const sums: Record<RowOutcome, number> = { succeeded: 0, replayed: 0, failed: 0 }
  return {
    add: (outcome) => void sums[outcome]++,
    toCounts(notStarted) {
      const succeeded = sums.succeeded + sums.replayed
      return { rows: succeeded + sums.failed + notStarted, succeeded, failed: sums.failed, notStarted, replayed: sums.replayed }
    },
  }
}
