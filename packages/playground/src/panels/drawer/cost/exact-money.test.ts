import { describe, expect, it } from 'vitest'
import { exactMoney } from './exact-money.ts'

describe('exactMoney', () => {
  it.each([
    [0.00003465, '$0.00003465'],
    [0.0001098, '$0.0001098'],
    [0.000000000001, '$0.000000000001'],
    [1.5, '$1.50'],
    [0, '$0'],
  ])('writes %f as %s', (usd, text) => {
    expect(exactMoney(usd, 'en')).toBe(text)
  })
  it('writes unknown as a dash', () => {
    expect(exactMoney(null, 'en')).toBe('–')
    expect(exactMoney(Number.NaN, 'en')).toBe('–')
  })
  it("uses the reader's decimal mark", () => {
    expect(exactMoney(0.00003465, 'de')).toContain('0,00003465')
  })
})
