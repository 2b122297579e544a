import { describe, expect, it } from 'vitest'
import { toLinearPattern } from './to-linear-pattern.ts'

describe('a pattern for the linear engine', () => {
  it.each([
    ['plain', 'plain'],
    ['\\d+\\.\\w{2}', '\\d+\\.\\w{2}'],
    ['\\\\.', '\\\\[^\\n\\r\\u2028\\u2029]'],
    ['[.]\\.', '[.]\\.'],
    ['[[]', '[\\[]'],
    ['[\\]]x', '[\\]]x'],
    ['[\\b]\\b', '[\\x08]\\b'],
    ['\\A\\z\\Q\\E\\h', 'AzQEh'],
    ['\\p{L}\\u00e9\\x41\\cJ', '\\p{L}\\u00e9\\x41\\cJ'],
    ['\\1', '\\1'],
    ['', ''],
  ])('of %s is %s', (source, pattern) => {
    expect(toLinearPattern(source, '')).toBe(pattern)
  })

  it('leaves the dot to the engine where it means everything', () => {
    expect(toLinearPattern('a.b', 's')).toBe('a.b')
  })

  it('spells spaces out, in and out of a class', () => {
    expect(toLinearPattern('\\s', '')).toMatch(/^\[.*\\ufeff\]$/)
    expect(toLinearPattern('[a\\s]', '')).toMatch(/^\[a[^[]*\\ufeff\]$/)
    expect(toLinearPattern('\\S', '')).toMatch(/^\[\^.*\\ufeff\]$/)
    expect(toLinearPattern('[\\S]', '')).toMatch(/^\[\\x00-/)
  })

  it('refuses a reference by name', () => {
    expect(() => toLinearPattern('(?<a>x)\\k<a>', '')).toThrow(SyntaxError)
  })
})
