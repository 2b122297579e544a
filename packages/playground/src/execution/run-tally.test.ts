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

  const runOf = (...ends: readonly Cell[]) => {
    const tally = createRunTally()
    tally.begin('run', 0)
    for (const ended of ends) {
      tally.queued()
      tally.moved('queued', cell('streaming'))
      tally.moved('streaming', ended)
    }
    return tally.progress()
  }

  it('counts the costs that nobody told, however a row ended, and makes none of them 0', () => {
    const ends = [cell('done', null), cell('done'), cell('failed'), cell('stopped')]
    expect(runOf(...ends)).toMatchObject({ costUsd: null, unknownCosts: 4, done: 2, failed: 1, stopped: 1 })
    expect(runOf(...ends, cell('done', 0.25), cell('failed', 0.5))).toMatchObject({ costUsd: 0.75, unknownCosts: 4 })
  })

  it('knows that what was refused before a provider was asked has cost nothing', () => {
    const failed = (code: string): Cell => ({ ...cell('failed'), failure: { code, message: 'No.' } })
    expect(runOf(failed('missing_variables'), failed('offline'))).toMatchObject({ costUsd: 0, unknownCosts: 0 })
    expect(runOf(failed('provider_error'), failed('interrupted'))).toMatchObject({ costUsd: null, unknownCosts: 2 })
    expect(runOf(cell('done', 0.25), failed('secret_missing'))).toMatchObject({ costUsd: 0.25, unknownCosts: 0 })
  })

  it('has spent nothing before anything is over', () => {
    expect(runOf()).toMatchObject({ costUsd: 0, unknownCosts: 0 })
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
