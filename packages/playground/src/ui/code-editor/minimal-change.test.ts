import fc from 'fast-check'
import { expect, it } from 'vitest'
import { minimalChange } from './minimal-change.ts'

const apply = (before: string, after: string) => {
  const change = minimalChange(before, after)
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before
}

it('makes one text of another', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => apply(before, after) === after))
})
it('is nothing where nothing changed', () => expect(minimalChange('same', 'same')).toBeNull())
it('touches only what changed', () => {
  expect(minimalChange('Ticket: a.', 'Ticket: bc.')).toEqual({ from: 8, to: 9, insert: 'bc' })
  expect(minimalChange('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' })
})
