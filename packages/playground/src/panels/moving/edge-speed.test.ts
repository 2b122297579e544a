import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeSpeed } from './edge-speed.ts'

describe('the speed of a list under what is carried', () => {
  it('is none away from the edges, and the greater the nearer to one', () => {
    expect(edgeSpeed(300, 0, 600, 0)).toBe(0)
    expect(edgeSpeed(600, 0, 600, 0)).toBe(900)
    expect(edgeSpeed(576, 0, 600, 0)).toBe(450)
    expect(edgeSpeed(0, 0, 600, 0)).toBe(-900)
    expect(edgeSpeed(24, 0, 600, 0)).toBe(-450)
  })
  it('doubles with every second, up to a most', () => {
    expect(edgeSpeed(600, 0, 600, 1000)).toBe(1800)
    expect(edgeSpeed(0, 0, 600, 2000)).toBe(-3600)
    expect(edgeSpeed(600, 0, 600, 60_000)).toBe(20_000)
  })
  it('is no greater beyond an edge than at it', () => {
    expect(edgeSpeed(700, 0, 600, 0)).toBe(900)
    expect(edgeSpeed(-50, 0, 600, 0)).toBe(-900)
  })
  it('leaves a quiet middle in a list that is low', () => {
    expect(edgeSpeed(30, 0, 60, 0)).toBe(0)
  })
  it('leads to the edge that is nearer', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1100 }), fc.nat(20_000), (at, heldMs) => {
        const speed = edgeSpeed(at, 0, 1000, heldMs)
        expect(Math.sign(speed)).toBe(at < 48 ? -1 : at > 952 ? 1 : 0)
        expect(Math.abs(speed)).toBeLessThanOrEqual(20_000)
      }),
    )
  })
})
