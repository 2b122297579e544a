import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, textHash } from './text-hash.ts'

describe('textHash', () => {
  it('is the same for the same text, everywhere', () => {
    expect(textHash('Hello')).toBe(textHash(['Hel', 'lo'].join('')))
    expect(textHash('')).toMatch(/^[0-9a-f]{16}$/)
  })

  it('tells apart texts that differ in one place, in order, in length, in half a surrogate', () => {
    const texts = [
      '',
      'a',
      'b',
      'ab',
      'ba',
      'aa',
      'aaa',
      '\0',
      '\0\0',
      '\ud83d',
      '\ud83e',
      '😀',
      ...Array.from({ length: 5000 }, (_, n) => `row ${n}`),
    ]
    expect(new Set(texts.map(textHash)).size).toBe(texts.length)
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (text, at, unit) => {
        const place = at % (text.length + 1)
        expect(textHash(text.slice(0, place) + unit + text.slice(place))).not.toBe(textHash(text))
      }),
      { numRuns: 300 },
    )
  })
})

describe('canonicalText', () => {
  it('does not depend on the order of keys nor on absent members', () => {
    expect(canonicalText({ b: 1, a: [{ d: undefined, c: 'x' }] })).toBe(canonicalText({ a: [{ c: 'x' }], b: 1 }))
    expect(canonicalText({ a: 1, b: undefined })).toBe('{"a":1}')
  })

  it('is as different as the values are', () => {
    expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]))
    expect(canonicalText({ a: '1' })).not.toBe(canonicalText({ a: 1 }))
    expect(canonicalText({ a: null })).not.toBe(canonicalText({}))
    expect(canonicalText([undefined])).toBe('[null]')
  })
})
