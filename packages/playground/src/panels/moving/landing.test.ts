import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landingAt } from './landing.ts'

const rows = [
  { index: 4, from: 100, to: 140 },
  { index: 5, from: 140, to: 240 },
  { index: 6, from: 240, to: 280 },
]

describe('the gap under a pointer', () => {
  it('is before what the pointer is on the first half of, else behind it', () => {
    expect(landingAt(110, rows)).toEqual({ gap: 4, at: 100 })
    expect(landingAt(130, rows)).toEqual({ gap: 5, at: 140 })
    expect(landingAt(189, rows)).toEqual({ gap: 5, at: 140 })
    expect(landingAt(191, rows)).toEqual({ gap: 6, at: 240 })
  })
  it('is the first or the last one beyond them', () => {
    expect(landingAt(0, rows)).toEqual({ gap: 4, at: 100 })
    expect(landingAt(900, rows)).toEqual({ gap: 7, at: 280 })
  })
  it('is none where nothing is drawn', () => {
    expect(landingAt(10, [])).toBeNull()
  })
  it('passes over a row that is drawn far from the others', () => {
    expect(landingAt(110, [{ index: 0, from: -4000, to: -3960 }, ...rows])).toEqual({ gap: 4, at: 100 })
    expect(landingAt(250, [...rows, { index: 99, from: 8000, to: 8040 }])).toEqual({ gap: 6, at: 240 })
  })
  it('is the mirrored one where reading runs the other way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), (at) => {
        const mirrored = rows.map(({ index, from, to }) => ({ index, from: -from, to: -to }))
        const landing = landingAt(at, rows)
        expect(landingAt(-at, mirrored)).toEqual(landing && { gap: landing.gap, at: -landing.at })
      }),
    )
  })
})
