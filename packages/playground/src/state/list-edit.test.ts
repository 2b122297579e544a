import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptIfEqual, sameItems } from './kept-if-equal.ts'
import { inserted, moved, movedTogether, reordered } from './list-edit.ts'

describe('inserted', () => {
  it('puts items where it is told, or at the nearest end', () => {
    expect(inserted(['a', 'b'], ['x'], 1)).toEqual(['a', 'x', 'b'])
    expect(inserted(['a', 'b'], ['x', 'y'])).toEqual(['a', 'b', 'x', 'y'])
    expect(inserted(['a'], ['x'], -5)).toEqual(['x', 'a'])
    expect(inserted(['a'], ['x'], 99)).toEqual(['a', 'x'])
  })
})

describe('moved', () => {
  it('gives the item the index it is told, and loses none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, some, other) => {
        const [from, to] = [some % list.length, other % list.length]
        const after = moved(list, from, to)
        expect(after[to]).toBe(list[from])
        expect(new Set(after)).toEqual(new Set(list))
        expect(moved(after, to, from)).toEqual(list)
      }),
    )
  })

  it('is the list itself where nothing moves', () => {
    const list = ['a', 'b']
    expect(moved(list, 1, 1)).toBe(list)
    expect(moved(list, 1, 99)).toBe(list)
    expect(moved(list, -1, 0)).toBe(list)
    expect(moved(list, 7, 0)).toBe(list)
  })
})

describe('keptIfEqual', () => {
  it('hands out the first of equal values until another comes', () => {
    const keep = keptIfEqual<readonly string[]>(sameItems)
    const first = keep(['a'])
    expect(keep(['a'])).toBe(first)
    const second = keep(['a', 'b'])
    expect(second).toEqual(['a', 'b'])
    expect(keep(['a'])).not.toBe(first)
  })
})

describe('moving some items together', () => {
  it('keeps them in their order and stops at the ends', () => {
    expect(movedTogether(['a', 'b', 'c', 'd'], new Set(['c', 'd']), -1)).toEqual(['a', 'c', 'd', 'b'])
    expect(movedTogether(['a', 'b', 'c', 'd'], new Set(['a', 'c']), -1)).toEqual(['a', 'c', 'b', 'd'])
    expect(movedTogether(['a', 'b', 'c', 'd'], new Set(['a', 'c']), 1)).toEqual(['b', 'a', 'd', 'c'])
    expect(movedTogether(['a', 'b'], new Set(['b']), 1)).toEqual(['a', 'b'])
  })
})

describe('another order of what is in sight', () => {
  it('leaves the others where they are', () => {
    expect(reordered(['a', 'x', 'b', 'y', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'x', 'a', 'y', 'b'])
  })
})
