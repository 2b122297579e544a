import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differences } from './differences.ts'

const joined = (before: string, after: string, without: 'added' | 'removed') =>
  differences(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ value }) => value)
    .join('')

it('marks what came and what went', () => {
  const marked = differences('Order one now', 'Order two now').map(({ kind, value }) => `${kind} ${value}`)
  expect(marked).toEqual(['same Order ', 'removed one', 'added two', 'same  now'])
})
it('holds both texts', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      (before, after) => joined(before, after, 'added') === before && joined(before, after, 'removed') === after,
    ),
    { numRuns: 50 },
  )
})
