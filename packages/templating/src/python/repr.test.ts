import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TemplateError } from '../template-error.ts'
import { PyFloat } from './number.ts'
import { pyRepr } from './repr.ts'
import { pyStr } from './str.ts'

describe('pyRepr', () => {
  it.each([
    [true, 'True'],
    [false, 'False'],
    [null, 'None'],
    [0, '0'],
    [-0, '0'],
    [-17, '-17'],
    [12345678901234567890n, '12345678901234567890'],
    [new PyFloat(1), '1.0'],
    [new PyFloat(-0), '-0.0'],
    [1.5, '1.5'],
    [0.1, '0.1'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1.25e-7, '1.25e-07'],
    [new PyFloat(1e15), '1000000000000000.0'],
    [new PyFloat(1e16), '1e+16'],
    [new PyFloat(123456789012345680), '1.2345678901234568e+17'],
    [new PyFloat(1e300), '1e+300'],
    [5e-324, '5e-324'],
    [Number.POSITIVE_INFINITY, 'inf'],
    [Number.NEGATIVE_INFINITY, '-inf'],
    [Number.NaN, 'nan'],
  ])('prints the scalar %s as %s', (value, text) => {
    expect(pyRepr(value)).toBe(text)
  })

  it.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['"', "'\"'"],
    [`both ' and "`, `'both \\' and "'`],
    ['back\\slash', "'back\\\\slash'"],
    ['a\tb\nc\rd', "'a\\tb\\nc\\rd'"],
    ['\u0000\u001f\u007f', "'\\x00\\x1f\\x7f'"],
    ['\u00a0\u00ad', "'\\xa0\\xad'"],
    ['é ñ 中 😀', "'é ñ 中 😀'"],
    ['\u200b\u2028\ufeff', "'\\u200b\\u2028\\ufeff'"],
    ['\ud800x', "'\\ud800x'"],
    ['\u{e0001}', "'\\U000e0001'"],
  ])('quotes and escapes the text %j', (value, text) => {
    expect(pyRepr(value)).toBe(text)
  })

  it('prints lists and dicts with what is in them', () => {
    expect(pyRepr({ a: [1, 'x', { b: null }], é: [], "'": {} })).toBe(`{'a': [1, 'x', {'b': None}], 'é': [], "'": {}}`)
  })

  it('takes a key __proto__ for a key', () => {
    expect(pyRepr(JSON.parse('{"__proto__": {"x": 1}}'))).toBe("{'__proto__': {'x': 1}}")
  })

  it('lets an extension print its own kinds wherever they stand, with the limits of the whole', () => {
    class Pair {
      readonly parts: readonly unknown[]
      constructor(...parts: readonly unknown[]) {
        this.parts = parts
      }
    }
    const extension = (value: object, repr: (inner: unknown) => string): string | undefined =>
      value instanceof Pair ? `(${value.parts.map(repr).join(', ')})` : undefined
    expect(pyRepr([new Pair(1, { k: new Pair('a', []) })], extension)).toBe("[(1, {'k': ('a', [])})]")
    let deep: unknown = 1
    for (let depth = 0; depth < 20_000; depth++) deep = new Pair(deep)
    expect(() => pyRepr(deep, extension)).toThrow(TemplateError)
  })

  it('refuses data that is nested deeper than a stack should bear', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown
    expect(() => pyRepr(deep)).toThrow('nested deeper')
  })

  it('refuses a value that is shared so often that its text explodes', () => {
    let shared: unknown = 'x'
    for (let level = 0; level < 40; level++) shared = [shared, shared]
    expect(() => pyRepr(shared)).toThrow('longer than the output')
  })

  it('keeps to the length it is given', () => {
    expect(pyRepr(['abc'], undefined, 20)).toBe("['abc']")
    expect(() => pyRepr(['abc'.repeat(10)], undefined, 20)).toThrow(TemplateError)
  })

  it('prints every finite float so that it reads back as the same float', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(pyRepr(new PyFloat(value)))).toBe(value)
        expect(pyRepr(new PyFloat(value))).toMatch(/[.e]/)
      }),
    )
  })
})

describe('pyStr', () => {
  it('leaves a string as it is, and prints the rest as its repr', () => {
    expect(pyStr(`it's "\n`)).toBe(`it's "\n`)
    expect(pyStr(["it's"])).toBe(`["it's"]`)
    expect(pyStr(null)).toBe('None')
    expect(pyStr(new PyFloat(2))).toBe('2.0')
  })
})
