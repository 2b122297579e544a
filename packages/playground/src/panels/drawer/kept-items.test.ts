import { describe, expect, it } from 'vitest'
import { withKept } from './kept-items.ts'

const range = { startIndex: 4, endIndex: 5, overscan: 1, count: 10 }

describe('withKept', () => {
  it('is what is in sight and a little more, within what there is', () => {
    expect(withKept(range, -1)).toEqual([3, 4, 5, 6])
    expect(withKept({ ...range, startIndex: 0, endIndex: 9 }, -1)).toHaveLength(10)
    expect(withKept({ ...range, startIndex: 0, endIndex: 0, count: 0 }, 0)).toEqual([])
  })
  it('keeps one more, in its order', () => {
    expect(withKept(range, 0)).toEqual([0, 3, 4, 5, 6])
    expect(withKept(range, 9)).toEqual([3, 4, 5, 6, 9])
    expect(withKept(range, 5)).toEqual([3, 4, 5, 6])
    expect(withKept(range, 12)).toEqual([3, 4, 5, 6])
  })
})
