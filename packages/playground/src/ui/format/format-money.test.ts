import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, formatMoneyRange } from './format-money.ts'

describe('formatMoney', () => {
  it.each([
    [0, '$0'],
    [0.000412, '$0.000412'],
    [0.000064, '$0.000064'],
    [0.0000008, '$0.000001'],
    [0.0000001, '<$0.000001'],
    [0.0004, '$0.00040'],
    [0.001576, '$0.0016'],
    [0.005, '$0.0050'],
    [0.0123, '$0.0123'],
    [0.0665, '$0.0665'],
    [0.41, '$0.410'],
    [1.24, '$1.24'],
    [0.999, '$1.00'],
    [1234.5, '$1,234.50'],
  ])('writes %f as %s', (usd, text) => {
    expect(formatMoney(usd, 'en')).toBe(text)
  })
  it('writes unknown as a dash', () => {
    expect(formatMoney(null, 'en')).toBe('–')
    expect(formatMoney(Number.NaN, 'en')).toBe('–')
  })
  it("uses the reader's decimal mark", () => {
    expect(formatMoney(1.24, 'de')).toContain('1,24')
  })
  it('stays one figure among words from right to left', () => {
    expect(formatMoney(1.24, 'ar-u-nu-latn')).toMatch(/^\u2066[^\u200f]*1\.24[^\u200f]*\u2069$/)
    expect(formatMoney(1.24, 'en')).toBe('$1.24')
  })
  it('never writes zero for something', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (usd) => {
        expect(formatMoney(usd, 'en')).toMatch(/[1-9]/)
      }),
    )
  })
})

describe('formatMoneyRange', () => {
  it('joins two ends', () => {
    expect(formatMoneyRange(0.0071, 0.0665, 'en')).toBe('$0.0071–$0.0665')
  })
  it('writes one figure where both read the same', () => {
    expect(formatMoneyRange(0, 0, 'en')).toBe('$0')
  })
  it('says which end is unknown', () => {
    expect(formatMoneyRange(null, 0.0776, 'en')).toBe('≤ $0.0776')
    expect(formatMoneyRange(0.0776, null, 'en')).toBe('≥ $0.0776')
    expect(formatMoneyRange(null, null, 'en')).toBe('–')
  })
})
