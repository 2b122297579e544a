import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTokens, tokensOf } from './tokens.ts'

describe('tokensOf', () => {
  it.each([
    ['Hello, world!', ['Hello', ',', ' world', '!']],
    ['{"intent":"refund","urgency":2}', ['{"', 'intent', '":"', 'refund', '","', 'urgency', '":', '2', '}']],
    ['12345', ['123', '45']],
    ['a   b', ['a', '  ', ' b']],
    ['understanding', ['underst', 'anding']],
    ['東京都庁', ['東京', '都庁']],
    ['', []],
  ])('cuts %j into %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
  })

  it('gives the text again when joined, whatever code units it holds', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units))
    fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (sample) => tokensOf(sample).join('') === sample))
  })

  it('never cuts a pair of surrogates', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (sample) => tokensOf(sample).every((token) => token.isWellFormed())))
  })

  it('counts about four characters of English for one', () => {
    const text = 'The customer would like to have the money back for the broken kettle, or a new one.'
    expect(text.length / countTokens(text)).toBeGreaterThan(3.5)
    expect(text.length / countTokens(text)).toBeLessThan(5.5)
  })

  it.each([['x'.repeat(200_000)], [' '.repeat(200_000)], ['\u0000'.repeat(200_000)], ['💥'.repeat(100_000)]])(
    'takes linear time for a long run',
    (text) => {
      const start = performance.now()
      expect(tokensOf(text).join('')).toBe(text)
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})
