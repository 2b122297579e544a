import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathText, placeAt, readJson } from './read-json.ts'

const faultOf = (text: string) => {
  const reading = readJson(text)
  return reading.ok ? null : { ...reading.fault, ...placeAt(text, reading.offset) }
}

describe('readJson', () => {
  it('reads what the engine reads, as the engine reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent)
        const reading = readJson(text)
        expect(reading.ok && JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })
  it('refuses what the engine refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '\n', '01'), (json, place, dirt) => {
        const at = place % (json.length + 1)
        const text = json.slice(0, at) + dirt + json.slice(at + 1)
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        const reading = readJson(text)
        // The one thing refused that the engine takes: a name that stands twice.
        expect(reading.ok || reading.fault.code === 'duplicate').toBe(isJson)
      }),
    )
  })
  it.each([
    ['', { code: 'empty', line: 1, column: 1 }],
    ['{', { code: 'end', line: 1, column: 2 }],
    ['{\n  "a": 1,\n}', { code: 'key', line: 3, column: 1 }],
    ['{"a" 1}', { code: 'colon', line: 1, column: 6 }],
    ['{"a": 1 "b": 2}', { code: 'comma', where: 'object', line: 1, column: 9 }],
    ['[1 2]', { code: 'comma', where: 'list', line: 1, column: 4 }],
    ['[1]]', { code: 'after', line: 1, column: 4 }],
    ['{"a": "x\ny"}', { code: 'string', line: 1, column: 7 }],
    ['{"a": +1}', { code: 'number', line: 1, column: 7 }],
    ["{'a': 1}", { code: 'key', line: 1, column: 2 }],
    ['{"a": nope}', { code: 'value', line: 1, column: 7 }],
    ['{"a": 1,\n "a": 2}', { code: 'duplicate', name: 'a', line: 2, column: 2 }],
  ])('says where %j is wrong', (text, fault) => {
    expect(faultOf(text)).toEqual(fault)
  })
  it('ends at a depth instead of exhausting the stack', () => {
    expect(faultOf('['.repeat(100_000))?.code).toBe('deep')
  })
  it('reads names like __proto__ as names', () => {
    const reading = readJson('{"__proto__": {"polluted": true}}')
    expect(reading.ok && Object.keys(Object(reading.value))).toEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
  it('knows where each value stands', () => {
    const text = '{"a": [1, {"b c": true}]}'
    const reading = readJson(text)
    expect(reading.ok && text.slice(reading.offsetOf(['a', 1, 'b c']))).toBe('true}]}')
    expect(reading.ok && reading.offsetOf(['no', 'such'])).toBe(-1)
  })
})

describe('pathText', () => {
  it('writes paths as people do', () => {
    expect(pathText([])).toBe('$')
    expect(pathText(['properties', 'intent', 'enum', 2])).toBe('properties.intent.enum[2]')
    expect(pathText([0, 'a b'])).toBe('[0]["a b"]')
  })
})
