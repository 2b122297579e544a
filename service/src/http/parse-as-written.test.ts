import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAsWritten } from './parse-as-written.ts'

describe('parseAsWritten', () => {
  it.each([
    '{"a":12345678901234567890,"b":1.0,"c":1e400,"d":-0,"e":[0.10,1E5,-1.5e-7]}',
    '{"__proto__":{"x":1.50},"constructor":2}',
    '[{"a":{"b":[1.00]}},null,true,"1.0"]',
    '1.0',
  ])('writes %s again as it stood', (text) => {
    expect(JSON.stringify(parseAsWritten(text))).toBe(text)
  })

  it('leaves every other value what it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value)
        expect(parseAsWritten(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('reads numbers that lose nothing as numbers', () => {
    expect(parseAsWritten('{"a":1,"b":-2.5,"c":1e21,"d":123456789012}')).toMatchObject({ a: 1, b: -2.5, d: 123456789012 })
  })

  it('fails as JSON.parse does', () => {
    expect(() => parseAsWritten('{"a":}')).toThrow(SyntaxError)
  })
})
