import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisLabels } from './axis-labels.ts'

const LABELS = ['0', '200', '400', '600', '800', '1,000', '1,200 ms']
const shown = (widthPx: number, markAt: number | null = null) => [...axisLabels(LABELS, widthPx, markAt, 'TTFT').shown]

describe('axisLabels', () => {
  it('shows every tick where there is room', () => {
    expect(shown(640)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
  it('leaves out every second, then all but the ends, where there is less', () => {
    expect(shown(240)).toEqual([0, 2, 4, 6])
    expect(shown(170)).toEqual([0, 3, 6])
    expect(shown(90)).toEqual([0, 6])
  })
  it('leaves out the tick that the mark’s label would cover, and no other', () => {
    expect(shown(640, 0.31)).toEqual([0, 1, 3, 4, 5, 6])
    expect(shown(640, 0.2)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
  it('puts the mark’s label before its line where the end of the axis is near', () => {
    expect(axisLabels(LABELS, 640, 0.88, 'TTFT')).toEqual({ shown: new Set([0, 1, 2, 3, 4, 6]), markSide: 'before' })
    expect(axisLabels(LABELS, 640, 1, 'TTFT').markSide).toBe('before')
    expect(axisLabels(LABELS, 640, 0.4, 'TTFT').markSide).toBe('after')
  })
  it('always shows the beginning or the mark, and labels never stand closer than their gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 80, max: 2000 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true })), (widthPx, markAt) => {
        const found = shown(widthPx, markAt)
        // On a narrow axis the mark's label may cover all others.
        expect(found.length > 0 || markAt !== null).toBe(true)
        const places = found.map((at) => (at / (LABELS.length - 1)) * widthPx)
        for (const [index, place] of places.entries()) expect(place - (places[index - 1] ?? -Infinity)).toBeGreaterThan(7)
      }),
    )
  })
})
