import { describe, expect, it } from 'vitest'
import { SlidingWindow } from './sliding-window.ts'

describe('SlidingWindow', () => {
  it('counts all, and those that are marked apart', () => {
    const window = new SlidingWindow(1_000)
    window.add(0, 1, 0)
    window.add(10, 2, 1)
    expect(window.sums(10)).toEqual({ all: 3, marked: 1 })
  })

  it('forgets what is older than itself, a tenth at a time', () => {
    const window = new SlidingWindow(1_000)
    for (let nowMs = 0; nowMs < 1_000; nowMs += 100) window.add(nowMs, 1, 1)
    expect(window.sums(999)).toEqual({ all: 10, marked: 10 })
    expect(window.sums(1_000)).toEqual({ all: 9, marked: 9 })
    expect(window.sums(1_450)).toEqual({ all: 5, marked: 5 })
    expect(window.sums(90_000)).toEqual({ all: 0, marked: 0 })
  })

  it('starts at any time, and can be emptied', () => {
    const window = new SlidingWindow(1_000)
    window.add(7_654_321, 4, 2)
    expect(window.sums(7_654_400)).toEqual({ all: 4, marked: 2 })
    window.clear()
    expect(window.sums(7_654_400)).toEqual({ all: 0, marked: 0 })
  })
})
