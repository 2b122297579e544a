import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../../state/cell.ts'
import { aggregatesOf } from './aggregates.ts'

const done = (endMs: number, totalUsd: number | null): Cell => ({
  ...EMPTY_CELL,
  state: 'done',
  times: { sentMs: 10, firstEventMs: 20, firstTokenMs: 30, endMs },
  cost: totalUsd === null ? { totalUsd, source: 'unknown' } : { totalUsd, source: 'table' },
})

describe('aggregatesOf', () => {
  it('sums what is known and takes the middle', () => {
    expect(aggregatesOf([done(110, 0.1), done(310, 0.2), done(1010, null), EMPTY_CELL])).toEqual({
      total: 4,
      finished: 3,
      costUsd: 0.3,
      unknownCosts: 1,
      medianMs: 300,
    })
  })
  it('takes the mean of two middles', () => {
    expect(aggregatesOf([done(110, 0), done(210, 0)]).medianMs).toBe(150)
  })
  it('counts failures as finished and leaves their time out', () => {
    expect(aggregatesOf([{ ...EMPTY_CELL, state: 'failed' }, done(110, null)])).toMatchObject({
      finished: 2,
      costUsd: null,
      unknownCosts: 2,
      medianMs: 100,
    })
  })
  it('knows nothing of nothing', () => {
    expect(aggregatesOf([])).toEqual({ total: 0, finished: 0, costUsd: null, unknownCosts: 0, medianMs: null })
  })
})
