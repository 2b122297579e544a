import { describe, expect, it } from 'vitest'
import { isolated, withDirection } from './isolated.ts'

describe('a value in a sentence', () => {
  it('keeps its own direction where sentences run from right to left, and signs alone run from left to right', () => {
    expect(isolated('demo/writer', 'ar')).toBe('\u2068demo/writer\u2069')
    expect(isolated('}', 'ar')).toBe('\u2066}\u2069')
    expect(isolated(12, 'ar-u-nu-latn')).toBe('\u206612\u2069')
  })
  it('is left alone elsewhere', () => {
    expect(isolated('}', 'de')).toBe('}')
    expect(isolated(true, 'ar')).toBe(true)
  })
})

describe('a sentence that begins with a value', () => {
  it('says that it runs from right to left', () => {
    expect(withDirection('\u2068name\u2069 فارغ', 'ar')).toBe('\u200F\u2068name\u2069 فارغ')
  })
  it.each([
    ['begins with words', 'فارغ \u2068name\u2069', 'ar'],
    ['is nothing but values', '\u20661\u2069 / \u20662\u2069', 'ar'],
    ['runs from left to right', '\u2068name\u2069 is empty', 'de'],
  ])('is left alone where it %s', (_, text, locale) => {
    expect(withDirection(text, locale)).toBe(text)
  })
})
