import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedInto } from './moved-into.ts'

describe('movedInto', () => {
  it('puts the chosen ones into a gap, together and in their order', () => {
    const items = ['a', 'b', 'c', 'd', 'e']
    expect(movedInto(items, new Set(['d', 'b']), 0)).toEqual(['b', 'd', 'a', 'c', 'e'])
    expect(movedInto(items, new Set(['a', 'c']), 5)).toEqual(['b', 'd', 'e', 'a', 'c'])
    expect(movedInto(items, new Set(['a', 'd']), 3)).toEqual(['b', 'c', 'a', 'd', 'e'])
  })
  it('is the list itself where nothing moves', () => {
    const items = ['a', 'b', 'c']
    expect(movedInto(items, new Set(['b']), 1)).toBe(items)
    expect(movedInto(items, new Set(['b']), 2)).toBe(items)
    expect(movedInto(items, new Set(['a', 'b']), 1)).toBe(items)
    expect(movedInto(items, new Set(['x']), 0)).toBe(items)
  })
  it('loses none, doubles none, and leaves the others in their order before and behind the gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 12 }), fc.func(fc.boolean()), fc.nat(14), (items, choose, gap) => {
        const chosen = new Set(items.filter((item) => choose(item)))
        const after = movedInto(items, chosen, gap)
        const others = (list: readonly number[]) => list.filter((item) => !chosen.has(item))
        const ascending = (list: readonly number[]) => list.toSorted((left, right) => left - right)
        expect(ascending(after)).toEqual(ascending(items))
        expect(others(after)).toEqual(others(items))
        const start = others(items.slice(0, gap)).length
        expect(after.slice(start, start + chosen.size)).toEqual(items.filter((item) => chosen.has(item)))
      }),
    )
  })
})
