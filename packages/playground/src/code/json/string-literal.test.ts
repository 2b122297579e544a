import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { literalText, stringLiteral } from './string-literal.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\\', '"', '\n', '\uD800', '\uDC00', '\u2028', '\u202E', '\0') }),
)

describe('a string literal', () => {
  it('is read back as the text that it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(stringLiteral(text))).toBe(text)
      }),
    )
  })

  it('is one line that shows everything in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u)
        expect(stringLiteral(text).isWellFormed()).toBe(true)
      }),
    )
  })

  it.each([
    ['it\'s "so" \\ `x` ${y}', '"it\'s \\"so\\" \\\\ `x` ${y}"'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['\0\u001B\u007F\u0085', '"\\u0000\\u001b\\u007f\\u0085"'],
    ['\uD83D', '"\\ud83d"'],
    ['😀 é 你好 👩‍👧', '"😀 é 你好 👩‍👧"'],
    ['\u202Eabc\u2066', '"\\u202eabc\\u2066"'],
    ['', '""'],
  ])('of %j is %s', (text, literal) => {
    expect(stringLiteral(text)).toBe(literal)
  })

  it('escapes the quotes that it stands in, and no others', () => {
    expect(literalText('`"', '`')).toBe('\\`"')
  })
})
