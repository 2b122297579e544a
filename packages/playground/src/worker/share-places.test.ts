import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_STREAMS, type Standing, sharePlaces } from './share-places.ts'

const standing = (rest: Partial<Standing> = {}): Standing => ({
  free: 20,
  limit: 20,
  streams: 0,
  groups: 1,
  own: 0,
  ending: 0,
  begun: 0,
  waiting: 1000,
  rowMs: null,
  ...rest,
})

describe('the share of a batch', () => {
  it('is every place, and a few rows for each while nothing is known of them', () => {
    expect(sharePlaces(standing())).toEqual({ places: 20, rows: 200 })
  })

  it('is all that waits where that is little', () => {
    expect(sharePlaces(standing({ waiting: 30 }))).toEqual({ places: 20, rows: 30 })
    expect(sharePlaces(standing({ waiting: 3 }))).toEqual({ places: 3, rows: 3 })
  })

  it('is many rows where they are quick, and few where they are slow', () => {
    const rowsFor = (rowMs: number) => sharePlaces(standing({ rowMs, waiting: 10_000 }))?.rows
    expect([rowsFor(0), rowsFor(50), rowsFor(500), rowsFor(60_000)]).toEqual([1280, 1280, 200, 80])
  })

  it('is a hundred places at most, as the service takes no more', () => {
    expect(sharePlaces(standing({ limit: Infinity, free: Infinity }))?.places).toBe(100)
  })

  it('waits for more places than one where others are about to be free, unless no more are needed', () => {
    expect(sharePlaces(standing({ streams: 1, free: 4, ending: 16 }))).toBeNull()
    expect(sharePlaces(standing({ streams: 1, free: 5, ending: 15 }))).toEqual({ places: 5, rows: 50 })
    expect(sharePlaces(standing({ streams: 1, free: 4, ending: 16, waiting: 2 }))).toEqual({ places: 2, rows: 2 })
    expect(sharePlaces(standing({ free: 1, limit: 1 }))?.places).toBe(1)
  })

  it('leaves no place empty where no others are about to be free', () => {
    expect(sharePlaces(standing({ streams: 2, free: 4, own: 16 }))).toEqual({ places: 4, rows: 40 })
  })

  it('waits where as many batches are open as there may be', () => {
    expect(sharePlaces(standing({ streams: MOST_STREAMS }))).toBeNull()
  })

  it('leaves places for other groups that wait', () => {
    expect(sharePlaces(standing({ groups: 2 }))?.places).toBe(10)
    expect(sharePlaces(standing({ groups: 9 }))?.places).toBe(5)
    expect(sharePlaces(standing({ groups: 2, streams: 1, free: 10, own: 10 }))).toBeNull()
    expect(sharePlaces(standing({ groups: 2, streams: 1, free: 10, own: 0 }))?.places).toBe(10)
  })

  it('leaves the others their part of the rest', () => {
    expect(sharePlaces(standing({ streams: 1, free: 5, waiting: 80 }))).toEqual({ places: 5, rows: 20 })
  })

  it('is all that is left where the others have theirs, so that they end together', () => {
    const rowMs = 50
    expect(sharePlaces(standing({ rowMs, streams: 1, free: 5, own: 15, begun: 15, waiting: 800 }))).toEqual({ places: 5, rows: 204 })
    expect(sharePlaces(standing({ rowMs, streams: 1, free: 15, own: 5, begun: 200, waiting: 596 }))).toEqual({ places: 15, rows: 596 })
  })

  it('never is more than what is free, waits, or is allowed, and always gets on', () => {
    const given = fc.record({
      free: fc.integer({ min: 1, max: 200 }),
      limit: fc.integer({ min: 1, max: 200 }),
      streams: fc.nat(MOST_STREAMS - 1),
      groups: fc.integer({ min: 1, max: 12 }),
      own: fc.nat(200),
      ending: fc.nat(200),
      begun: fc.nat(10_000),
      waiting: fc.integer({ min: 1, max: 10_000 }),
      rowMs: fc.option(fc.integer({ min: 0, max: 120_000 })),
    })
    fc.assert(
      fc.property(given, (of) => {
        const share = sharePlaces(of)
        expect(share !== null || of.free < of.limit).toBe(true)
        const { places, rows } = share ?? { places: 1, rows: 1 }
        expect(places).toBeGreaterThanOrEqual(1)
        expect(places).toBeLessThanOrEqual(Math.min(of.free, of.limit, of.waiting, 100))
        expect(rows).toBeGreaterThanOrEqual(places)
        expect(rows).toBeLessThanOrEqual(of.waiting)
      }),
    )
  })
})
