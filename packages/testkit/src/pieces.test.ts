import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces.ts'
import { seededRandom } from './seeded-random.ts'

const bytes = Uint8Array.from({ length: 5_000 }, (_, position) => position % 256)

describe('piecesOf', () => {
  it.each(['whole', 'bytes', { seed: 1 }, { seed: 99 }] as const)('cuts and loses nothing (%o)', (split) => {
    expect(Buffer.concat(piecesOf(bytes, split)).equals(bytes)).toBe(true)
  })

  it('cuts as asked', () => {
    expect(piecesOf(bytes, 'whole')).toHaveLength(1)
    expect(piecesOf(bytes, 'bytes')).toHaveLength(5_000)
    const sizes = piecesOf(bytes, { seed: 4 }).map(({ byteLength }) => byteLength)
    expect(Math.min(...sizes)).toBeLessThan(10)
    expect(sizes).toEqual(piecesOf(bytes, { seed: 4 }).map(({ byteLength }) => byteLength))
    expect(sizes).not.toEqual(piecesOf(bytes, { seed: 5 }).map(({ byteLength }) => byteLength))
  })
})

describe('seededRandom', () => {
  it('draws the same for the same seed, and spreads over the range', () => {
    const random = seededRandom(7)
    const drawn = Array.from({ length: 2_000 }, random)
    const again = seededRandom(7)
    expect(drawn).toEqual(Array.from({ length: 2_000 }, again))
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
    expect(new Set(drawn).size).toBeGreaterThan(1_990)
  })
})
