import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCodePoints } from './code-point-order.ts'

const points = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0)

describe('compareCodePoints', () => {
  it('puts what lies beyond the basic plane last, unlike the order of units', () => {
    expect(['😀', '\uffff', 'z', 'A', '', 'a'].toSorted(compareCodePoints)).toEqual(['', 'A', 'a', 'z', '\uffff', '😀'])
    expect(['a😀', 'a\ufb00', 'a'].toSorted(compareCodePoints)).toEqual(['a', 'a\ufb00', 'a😀'])
  })

  it('agrees with the order of lists of code points', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        const a = points(left)
        const b = points(right)
        const at = a.findIndex((point, index) => point !== b[index])
        const expected = at < 0 ? a.length - b.length : b[at] === undefined ? 1 : (a[at] ?? 0) - b[at]
        expect(Math.sign(compareCodePoints(left, right))).toBe(Math.sign(expected))
      }),
    )
  })
})
