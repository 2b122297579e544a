import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStop, showStop, stopList, withoutStop, withStop } from './stop-sequences.ts'

describe('stop sequences', () => {
  it('are a list, whichever way they are given', () => {
    expect(stopList(undefined)).toEqual([])
    expect(stopList('END')).toEqual(['END'])
    expect(stopList(['a', 'b'])).toEqual(['a', 'b'])
  })
  it('are typed in one line and mean line breaks and tabs', () => {
    expect(readStop('a\\nb')).toBe('a\nb')
    expect(readStop('\\t')).toBe('\t')
    expect(readStop('C:\\\\new')).toBe('C:\\new')
    expect(readStop('\\d')).toBe('\\d')
  })
  it('can be typed again as they are shown', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readStop(showStop(text))).toBe(text)
        expect(showStop(text)).not.toMatch(/[\n\t\r]/)
      }),
    )
  })
  it('hold each sequence once and no empty one', () => {
    expect(withStop('a', 'b')).toEqual(['a', 'b'])
    expect(withStop('a', 'a')).toBe('a')
    expect(withStop(undefined, '')).toBeUndefined()
  })
  it('are not sent when the last one is taken away', () => {
    expect(withoutStop(['a', 'b'], 0)).toEqual(['b'])
    expect(withoutStop('a', 0)).toBeUndefined()
  })
})
