import { describe, expect, it } from 'vitest'
import { formatContext, formatInteger, formatPercent, formatTokens } from './format-count.ts'

describe('formatTokens', () => {
  it.each([
    [0, '0'],
    [571, '571'],
    [6812, '6,812'],
    [9999, '9,999'],
    [12_345, '12.3K'],
    [1_250_000, '1.3M'],
  ])('writes %d as %s', (tokens, text) => {
    expect(formatTokens(tokens, 'en')).toBe(text)
  })
  it('writes unknown as a dash', () => {
    expect(formatTokens(null, 'en')).toBe('–')
  })
})

describe('formatContext', () => {
  it('counts in thousands, as models are described', () => {
    expect(formatContext(128_000, 'en')).toBe('128k')
    expect(formatContext(1_047_576, 'en')).toBe('1M')
    expect(formatContext(512, 'en')).toBe('512')
    expect(formatContext(null, 'en')).toBe('–')
  })
})

describe('formatInteger and formatPercent', () => {
  it("group and sign in the reader's way", () => {
    expect(formatInteger(6812, 'de')).toBe('6.812')
    expect(formatPercent(0.61, 'en')).toBe('61%')
  })
})
