import { describe, expect, it } from 'vitest'
import { followedUp, isFollowed } from './follow-up.ts'
import type { History } from './history-edit.ts'

const history: History = [
  { id: 'a', role: 'user', content: 'Edited' },
  { id: 'b', role: 'assistant', content: 'Old' },
]

describe('what follows an edit', () => {
  it('stays', () => expect(followedUp(history, 'a', 'keep')).toEqual({ kind: 'same-case', history }))
  it('goes', () => expect(followedUp(history, 'a', 'cut')).toEqual({ kind: 'same-case', history: history.slice(0, 1) }))
  it('stays where it was, and the edit begins another case', () =>
    expect(followedUp(history, 'a', 'branch')).toEqual({ kind: 'new-case', history: history.slice(0, 1) }))
  it('is asked about where there is something', () => {
    expect(isFollowed(history, 'a')).toBe(true)
    expect(isFollowed(history, 'b')).toBe(false)
    expect(isFollowed([], 'a')).toBe(false)
  })
})
