import { expect, it } from 'vitest'
import { createBatchTally } from './batch-tally.ts'

it('counts a replayed row among those that succeeded, and every row once', () => {
  const tally = createBatchTally()
  for (const outcome of ['succeeded', 'failed', 'replayed', 'succeeded', 'failed'] as const) tally.add(outcome)
  expect(tally.toCounts(3)).toEqual({ rows: 8, succeeded: 3, failed: 2, notStarted: 3, replayed: 1 })
})
