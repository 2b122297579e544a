import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisFor, shareOf } from './time-axis.ts'

describe('axisFor', () => {
  it.each([
    [1104, [0, 200, 400, 600, 800, 1000, 1200]],
    [1200, [0, 200, 400, 600, 800, 1000, 1200]],
    [1201, [0, 250, 500, 750, 1000, 1250, 1500]],
    [0, [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]],
    [60_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]],
  ])('divides %d into round fields', (totalMs, ticks) => {
    expect(axisFor(totalMs).ticks).toEqual(ticks)
  })
  it('holds the whole and wastes no more than it must', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), (totalMs) => {
        const { endMs } = axisFor(totalMs)
        expect(endMs).toBeGreaterThanOrEqual(totalMs * (1 - 1e-6))
        expect(endMs).toBeLessThanOrEqual(totalMs * 2.01)
      }),
    )
  })
})

describe('shareOf', () => {
  const axis = axisFor(1200)
  it('is a share of the axis', () => {
    expect(shareOf(300, 600, axis)).toEqual({ start: 0.25, length: 0.5 })
  })
  it('stays on the axis', () => {
    expect(shareOf(1100, 500, axis).length).toBeCloseTo(100 / 1200)
    expect(shareOf(-5, 10, axis).start).toBe(0)
    expect(shareOf(5000, 10, axis)).toEqual({ start: 1, length: 0 })
  })
})
