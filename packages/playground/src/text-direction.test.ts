import { describe, expect, it } from 'vitest'
import { directionOf } from './text-direction.ts'

describe('directionOf', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-u-nu-latn', 'rtl'],
    ['ar-EG-u-nu-latn', 'rtl'],
    ['he-IL', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['az-Arab', 'rtl'],
    ['de-CH', 'ltr'],
  ])('writes %s %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction)
  })
})
