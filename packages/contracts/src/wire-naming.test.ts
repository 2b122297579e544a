import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWire, toCamelCase, toSnakeCase, toWire } from './wire-naming.ts'

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const camelName = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map(([first = 'a', ...rest]) => [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join(''))
const document = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(camelName, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value

describe('names', () => {
  it('are camelCase inside and snake_case on the wire', () => {
    expect(toWire({ traceId: 'a', toolCalls: [{ cachedTokens: 1 }] })).toEqual({ trace_id: 'a', tool_calls: [{ cached_tokens: 1 }] })
    expect(fromWire({ trace_id: 'a', tool_calls: [{ cached_tokens: 1 }] })).toEqual({ traceId: 'a', toolCalls: [{ cachedTokens: 1 }] })
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(camelName, (name) => {
        expect(toCamelCase(toSnakeCase(name))).toBe(name)
      }),
    )
  })

  it('are the same however many there have been', () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `name${String.fromCodePoint(65 + (at % 26))}x${at}`)
    for (const name of [...names, ...names]) expect(toSnakeCase(name)).toBe(name.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`))
  })
})

describe('a document', () => {
  it('comes back from the wire as it was', () => {
    fc.assert(
      fc.property(document, (value) => {
        expect(fromWire<unknown>(toWire(value))).toEqual(value)
      }),
    )
  })

  it('is not looked into where it holds the JSON of others', () => {
    const foreign = { someKey: 1, other_key: { deepKey: 2 } }
    for (const name of ['inputs', 'schema', 'tools', 'meta', 'attributes', 'parsed', 'headers', 'data', 'sent', 'from', 'to']) {
      expect(toWire({ [name]: foreign })).toEqual({ [name]: foreign })
      expect(fromWire<unknown>({ [name]: foreign })).toEqual({ [name]: foreign })
    }
    expect(toWire({ extraBody: foreign, toolChoice: foreign })).toEqual({ extra_body: foreign, tool_choice: foreign })
  })

  it('keeps a key named __proto__ as a key', () => {
    const given: unknown = JSON.parse('{"a": {"__proto__": {"polluted": true}}}')
    const sent = toWire(given)
    expect(JSON.stringify(sent)).toBe('{"a":{"__proto__":{"polluted":true}}}')
    expect({}).not.toHaveProperty('polluted')
  })

  it('is not changed by being converted', () => {
    const given = Object.freeze({ traceId: Object.freeze({ spanId: 'b' }) })
    expect(toWire(given)).toEqual({ trace_id: { span_id: 'b' } })
    expect(given).toEqual({ traceId: { spanId: 'b' } })
  })
})
