import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PyFloat } from '../python/number.ts'
import type { TemplateValue } from '../template-format.ts'
import { losesAsPlainJson } from './loss.ts'
import { parseJson } from './parse-json.ts'
import { toJsonText } from './to-json-text.ts'

describe('parseJson', () => {
  it('keeps a long integer exactly', () => {
    expect(parseJson('{"n": 12345678901234567890, "m": -9007199254740993, "s": 9007199254740991}')).toEqual({
      n: 12345678901234567890n,
      m: -9007199254740993n,
      s: 9007199254740991,
    })
  })

  it('keeps that a whole number was written as a float', () => {
    expect(parseJson('[1.0, 1, 1.5, 1e3, -0.0, 2E0, 1e400]')).toEqual([
      new PyFloat(1),
      1,
      1.5,
      new PyFloat(1000),
      new PyFloat(-0),
      new PyFloat(2),
      Number.POSITIVE_INFINITY,
    ])
  })

  it('is not misled by numbers inside strings and keys', () => {
    expect(losesAsPlainJson('{"1.0": "99999999999999999999 \\" 1e5", "a\\\\": "2.0"}')).toBe(false)
    expect(parseJson('{"1.0": "2.0", "k\\"": [3.0]}')).toEqual({ '1.0': '2.0', 'k"': [new PyFloat(3)] })
  })

  it('reads strings that look like keys, escapes and every literal on its own way', () => {
    expect(parseJson('[1.0, ":", "a\\u00e9\\n", true, false, null, {}, [], {"a" : {"b":[ {} , 1 ]}}]')).toEqual([
      new PyFloat(1),
      ':',
      'aé\n',
      true,
      false,
      null,
      {},
      [],
      { a: { b: [{}, 1] } },
    ])
  })

  it.each(['{"__proto__": {"x": 1}}', '{"__proto__": {"x": 1}, "n": 1.0}'])('makes __proto__ an own key in %s', (text) => {
    const value = parseJson(text) as object
    expect(Object.hasOwn(value, '__proto__')).toBe(true)
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect('x' in value).toBe(false)
  })

  it.each(['', '{', '[1.0', '01', '1.0 2', "{'a': 1.0}", 'NaN'])('refuses %j, which is no JSON', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  })

  it('refuses an integer that takes longer to read than it is worth', () => {
    expect(() => parseJson(`[${'9'.repeat(5000)}]`)).toThrow('4300 digits')
  })

  it('reads very deep texts without calls of its own', () => {
    const depth = 200_000
    let value = parseJson(`${'['.repeat(depth)}1.0${']'.repeat(depth)}`)
    for (let level = 0; level < depth; level++) value = Array.isArray(value) ? (value[0] ?? null) : null
    expect(value).toEqual(new PyFloat(1))
  })

  it('agrees with JSON.parse wherever nothing can be lost', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (left, right) => {
        const plain = JSON.parse(`[${left}, ${right}]`) as readonly TemplateValue[]
        const read = parseJson(`[${left}, ${right}, 1.0]`)
        const unwrap = (value: unknown): unknown =>
          value instanceof PyFloat ? value.value : typeof value === 'bigint' ? Number(value) : value
        expect(JSON.parse(JSON.stringify(read, (_, value) => unwrap(value)))).toEqual(
          [...plain, 1].map((value) => JSON.parse(JSON.stringify(value)) as unknown),
        )
      }),
    )
  })
})

describe('toJsonText', () => {
  it.each<readonly [TemplateValue, string]>([
    [{ a: [1, 'x', { b: null }], t: true, f: false }, '{"a": [1, "x", {"b": null}], "t": true, "f": false}'],
    [{}, '{}'],
    [[], '[]'],
    ['é 中 😀 /', '"é 中 😀 /"'],
    ['"\\\n\t\b\f\r\u0001\u007f', '"\\"\\\\\\n\\t\\b\\f\\r\\u0001\u007f"'],
    [12345678901234567890n, '12345678901234567890'],
    [[new PyFloat(1), 0.00001, new PyFloat(1e16), 1e21], '[1.0, 1e-05, 1e+16, 1000000000000000000000]'],
    [[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], '[NaN, Infinity, -Infinity]'],
  ])('writes %s as Python writes it', (value, text) => {
    expect(toJsonText(value)).toBe(text)
  })

  it('keeps half a surrogate pair as it is', () => {
    expect(toJsonText(['a\ud800"b', '\udc00'])).toBe('["a\ud800\\"b", "\udc00"]')
  })

  it('refuses what is too deep or too long', () => {
    expect(() => toJsonText(JSON.parse('['.repeat(9999) + ']'.repeat(9999)) as TemplateValue)).toThrow('nested deeper')
    expect(() => toJsonText(['x'.repeat(100)], 50)).toThrow('longer than')
  })

  it('writes what parseJson reads back', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Number.isInteger(value) ? new PyFloat(value) : value)),
    )
    const { value: values } = fc.letrec<{ value: TemplateValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        scalar,
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(values, (value) => {
        expect(parseJson(toJsonText(value))).toEqual(value)
      }),
    )
  })
})
