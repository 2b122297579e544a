import { describe, expect, it } from 'vitest'
import { Attempts } from './attempts.ts'

describe('Attempts', () => {
  it('counts each key for itself', () => {
    const attempts = new Attempts(10)
    expect(['a', 'b', 'a', 'a'].map((key) => attempts.next(key))).toEqual([1, 1, 2, 3])
  })

  it('never holds more than its capacity, and forgets the key unseen for longest', () => {
    const attempts = new Attempts(2)
    for (const key of ['a', 'b', 'a', 'c']) attempts.next(key)
    expect(attempts.size).toBe(2)
    expect(attempts.next('a')).toBe(3)
    expect(attempts.next('b')).toBe(1)
  })
})
