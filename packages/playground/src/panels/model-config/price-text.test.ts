import { describe, expect, it } from 'vitest'
import { perMillionText } from './price-text.ts'

describe('perMillionText', () => {
  it.each([
    [0.15e-6, '$0.15'],
    [0.6e-6, '$0.60'],
    [0.075e-6, '$0.075'],
    [10e-6, '$10.00'],
    [12.5e-6, '$12.50'],
    [0.0375e-6, '$0.0375'],
    [0, '$0'],
  ])('writes %d per token as %s', (usdPerToken, text) => {
    expect(perMillionText(usdPerToken, 'en')).toBe(text)
  })
  it('writes what is not known as a dash, never as nothing to pay', () => {
    expect(perMillionText(null, 'en')).toBe('–')
    expect(perMillionText(undefined, 'en')).toBe('–')
    expect(perMillionText(Number.NaN, 'en')).toBe('–')
  })
  it("uses the reader's decimal mark", () => {
    expect(perMillionText(0.15e-6, 'de')).toContain('0,15')
  })
})
