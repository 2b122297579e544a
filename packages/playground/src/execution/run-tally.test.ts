import { describe, expect, it } from 'vitest'
import { type Cell, EMPTY_CELL } from '../state/cell.ts'
import { createRunTally } from './run-tally.ts'

const cell = (state: Cell['state'], totalUsd?: number | null): Cell => ({
  ...EMPTY_CELL,
  state,
  cost: totalUsd === undefined ? null : { totalUsd, source: totalUsd === null ? 'unknown' : 'table' },
})

describe('a tally', () => {
  it('counts every way through a run', () => {
    const tally = createRunTally()
    tally.begin('run', 5)
    for (let row = 0; row < 4; row++) tally.queued()
    tally.moved('queued', cell('connecting'))
    tally.moved('connecting', cell('retrying'))
    tally.moved('queued', cell('connecting'))
    tally.moved('connecting', cell('streaming'))
    tally.moved('streaming', cell('done', 0.25))
    tally.moved('queued', cell('connecting'))
    tally.moved('connecting', cell('failed', 0.5))
    expect(tally.progress()).toEqual({
      runId: 'run',
      total: 4,
      done: 1,
      failed: 1,
      stopped: 0,
      retrying: 1,
      running: 0,
      queued: 1,
      startedAtMs: 5,
      endedAtMs: null,
      costUsd: 0.75,
      unknownCosts: 0,
    })
  })

  it('counts unknown costs of what is done, and makes none of them 0', () => {
    const tally = createRunTally()
    tally.begin('run', 0)
    for (let row = 0; row < 3; row++) tally.queued()
    for (const ended of [cell('done', null), cell('done'), cell('failed')]) {
      tally.moved('queued', cell('streaming'))
      tally.moved('streaming', ended)
    }
    expect(tally.progress()).toMatchObject({ costUsd: 0, unknownCosts: 2, done: 2, failed: 1 })
  })

  it('counts a row that is put back as stopped, with no cost of an earlier run', () => {
    const tally = createRunTally()
    tally.begin('run', 0)
    tally.queued()
    tally.moved('queued', cell('done', 3), 'stopped')
    expect(tally.progress()).toMatchObject({ stopped: 1, done: 0, queued: 0, costUsd: 0 })
  })

  it('says whether anything changed since it was last asked', () => {
    const tally = createRunTally()
    expect(tally.progress()).toBeNull()
    tally.begin('run', 0)
    tally.queued()
    expect(tally.isChanged).toBe(true)
    tally.progress()
    tally.moved('streaming', cell('streaming'))
    expect(tally.isChanged).toBe(false)
    tally.end(9)
    tally.end(12)
    expect(tally.progress()?.endedAtMs).toBe(9)
  })

  it('begins anew with every run', () => {
    const tally = createRunTally()
    tally.begin('one', 0)
    tally.queued()
    tally.begin('two', 1)
    expect(tally.progress()).toMatchObject({ runId: 'two', total: 0, queued: 0 })
  })
})
