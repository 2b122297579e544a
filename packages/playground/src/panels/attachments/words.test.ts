import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'
import { problemGroups } from './problem-groups.ts'

describe('formatBytes', () => {
  it.each([
    [0, 'en', '0 bytes'],
    [1, 'en', '1 byte'],
    [840, 'en', '840 bytes'],
    [212_400, 'en', '212 kB'],
    [999_400, 'en', '999 kB'],
    [999_600, 'en', '1 MB'],
    [4_194_304, 'en', '4.2 MB'],
    [4_194_304, 'de', '4,2 MB'],
  ])('writes %d in %s as %s', (bytes, locale, text) => {
    expect(formatBytes(bytes, locale).replaceAll('\u00A0', ' ')).toBe(text)
  })
})

describe('problemGroups', () => {
  it('puts the files of one reason together and names the first of them', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ code: 'too-many', name }) as const)
    expect(problemGroups([{ code: 'empty', name: '__proto__' }, ...many, { code: 'empty', name: 'x' }])).toEqual([
      { code: 'empty', count: 2, names: ['__proto__', 'x'] },
      { code: 'too-many', count: 6, names: ['a', 'b', 'c', 'd', 'e'] },
    ])
  })
  it('has nothing to say of nothing', () => {
    expect(problemGroups([])).toEqual([])
  })
})
