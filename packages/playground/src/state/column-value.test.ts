import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentValue, typedValue } from './column-value.ts'

describe('a value of a column of numbers', () => {
  it.each([
    ['5', 5],
    ['-0.25', -0.25],
    [' 1e3 ', 1000],
    ['0', 0],
  ])('reads %j', (text, value) => {
    expect(typedValue('number', text)).toEqual({ ok: true, value })
  })
  it.each(['five', '05', '+5', '1,5', '0x10', 'NaN', 'Infinity', '1e999', '5 apples', '-'])(
    'says that %j is none, and keeps it',
    (text) => {
      expect(typedValue('number', text)).toEqual({ ok: false, fault: 'not-a-number' })
      expect(sentValue('number', text)).toBe(text)
    },
  )
  it('rounds no number', () => {
    expect(typedValue('number', '12345678901234567890')).toEqual({ ok: false, fault: 'too-precise' })
    expect(typedValue('number', '0.12345678901234567890')).toEqual({ ok: false, fault: 'too-precise' })
    expect(sentValue('number', '123456789012345')).toBe(123456789012345)
  })
  it('means what is written, whatever is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = String(number)
        expect([text, Number(text)]).toContain(sentValue('number', text))
      }),
    )
  })
})

describe('a value of a column of JSON', () => {
  it('reads what is JSON, of any kind', () => {
    expect(sentValue('json', '{"a": [1, null, "x"]}')).toEqual({ a: [1, null, 'x'] })
    expect(sentValue('json', ' true ')).toBe(true)
    expect(sentValue('json', '"text"')).toBe('text')
  })
  it('keeps what does not parse as it was typed', () => {
    expect(typedValue('json', '{"a": }')).toEqual({ ok: false, fault: 'not-json' })
    expect(sentValue('json', '{"a": }')).toBe('{"a": }')
  })
  it('rounds no number in it, and takes long digits in a text for what they are', () => {
    expect(typedValue('json', '{"id": 12345678901234567890}')).toEqual({ ok: false, fault: 'too-precise' })
    expect(sentValue('json', String.raw`{"id": "12345678901234567890", "q": "\"1"}`)).toEqual({ id: '12345678901234567890', q: '"1' })
  })
  it('has a member called __proto__ like any other', () => {
    expect(Object.hasOwn(sentValue('json', '{"__proto__": 1}') as object, '__proto__')).toBe(true)
  })
})

describe('any other column', () => {
  it('sends its text', () => {
    expect([sentValue('text', '5'), sentValue('image', 'https://example.org/a.png'), sentValue('file', '{}')]).toEqual([
      '5',
      'https://example.org/a.png',
      '{}',
    ])
  })
})
