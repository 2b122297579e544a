import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedPoints } from './fixed-points.ts'
import { pairLines } from './pair-lines.ts'
import { align } from './sequence.ts'

const letters = (text: string) => text.split('')

describe('align', () => {
  it('finds the shortest way', () => {
    const { stretches, edits } = align(letters('abcabba'), letters('cbabac'), 100)
    expect(edits).toBe(5)
    expect(stretches.flatMap((one) => (one.isSame ? one.items : []))).toHaveLength(4)
  })
  it('goes from one sequence to the other, whatever they are and however little it may do', () => {
    const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 30 })
    fc.assert(
      fc.property(sequence, sequence, fc.nat(40), (before, after, most) => {
        const { stretches } = align(before, after, most)
        expect(stretches.flatMap((one) => (one.isSame ? one.items : one.removed))).toEqual(before)
        expect(stretches.flatMap((one) => (one.isSame ? one.items : one.added))).toEqual(after)
        for (const [at, one] of stretches.entries()) expect(one.isSame).not.toBe(stretches[at + 1]?.isSame)
      }),
    )
  })
  it('says that it gave up, and keeps the ends that both have', () => {
    const turned = letters('abcdefgh'.repeat(6))
    const { stretches, isCoarse } = align(['x', ...turned, 'y'], ['x', ...turned.toReversed(), 'y'], 10)
    expect(isCoarse).toBe(true)
    expect(stretches.map(({ isSame }) => isSame)).toEqual([true, false, true])
  })
  it('does not look for what only one side has', () => {
    const of = (side: string) => Array.from({ length: 5_000 }, (_, at) => `${at} ${side}`)
    expect(align(of('old'), of('new'), 10)).toMatchObject({ isCoarse: false, edits: 0, stretches: [{ isSame: false }] })
  })
  it('goes on between items that each has once', () => {
    const pairs = Array.from({ length: 300 }, (_, at) => at)
    const before = pairs.flatMap((at) => [`${at}`, 'a', 'b'])
    const after = pairs.flatMap((at) => [`${at}`, 'b', 'a'])
    const { isCoarse, stretches } = align(before, after, 60)
    expect(isCoarse).toBe(false)
    expect(stretches.filter(({ isSame }) => isSame).length).toBeGreaterThanOrEqual(300)
  })
})

describe('fixedPoints', () => {
  it('are what both have once, in one order', () => {
    expect(fixedPoints(letters('abxcd'), letters('dabyc')).map(({ old }) => old)).toEqual([0, 1, 3])
    expect(fixedPoints(letters('aab'), letters('ab'))).toEqual([{ old: 2, fresh: 1 }])
    expect(fixedPoints([], letters('a'))).toEqual([])
  })
  it('rise on both sides', () => {
    const sequence = fc.uniqueArray(fc.nat(40))
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const points = fixedPoints(before, after)
        for (const [at, { old, fresh }] of points.entries()) {
          expect(before[old]).toBe(after[fresh])
          expect(old).toBeGreaterThan(points[at - 1]?.old ?? -1)
          expect(fresh).toBeGreaterThan(points[at - 1]?.fresh ?? -1)
        }
      }),
    )
  })
})

describe('pairLines', () => {
  it('puts the lines together that are alike', () => {
    expect(pairLines(['two', 'three words here'], ['three words there'])).toEqual([{ removed: 1, added: 0 }])
    expect(pairLines(['a b', 'c d'], ['x y', 'c d e', 'a b c'])).toEqual([{ removed: 1, added: 1 }])
  })
  it('takes as many lines as they stand, and nothing for what has nothing in common', () => {
    expect(pairLines(['a', 'b'], ['x', 'y'])).toEqual([
      { removed: 0, added: 0 },
      { removed: 1, added: 1 },
    ])
    expect(pairLines(['a'], ['x', 'y'])).toEqual([])
    expect(
      pairLines(
        Array.from({ length: 100 }, () => 'a'),
        ['a'],
      ),
    ).toHaveLength(1)
  })
})
