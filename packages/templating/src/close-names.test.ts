import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeNames } from './close-names.ts'

describe('closeNames', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['question', ['answer', 'Question', 'questoin'], ['Question', 'questoin']],
    ['user_name', ['userName', 'user-name', 'user name', 'usernames'], ['userName', 'user-name', 'user name']],
    ['contxt', ['context', 'content', 'text'], ['context', 'content']],
    ['teh', ['the', 'xyz'], ['the']],
    ['cat', ['dog', 'bat'], ['bat']],
    ['a', ['b', 'A'], ['A']],
    ['name', ['name', ''], []],
    ['', ['x'], []],
    ['__proto__', ['proto', '__proto__'], ['proto']],
  ])('for %j among %j offers %j', (name, among, close) => {
    expect(closeNames(name, among)).toEqual(close)
  })

  it('offers at most three', () => {
    expect(closeNames('name1', ['name2', 'name3', 'name4', 'name5'])).toEqual(['name2', 'name3', 'name4'])
  })

  it('looks at no more than a thousand names, and at none that is very long', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `unrelated${index}`)
    expect(closeNames('targot', ['target', ...many])).toEqual(['target'])
    expect(closeNames('targot', [...many, 'target'])).toEqual([])
    expect(closeNames('x'.repeat(100), ['x'.repeat(99)])).toEqual([])
  })

  it('offers nothing but names that are there, and never the name itself', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(fc.string({ maxLength: 12 })), (name, among) => {
        for (const close of closeNames(name, among)) {
          expect(among).toContain(close)
          expect(close).not.toBe(name)
        }
      }),
    )
  })
})
