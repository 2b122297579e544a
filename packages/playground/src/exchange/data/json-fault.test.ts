import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from './json-fault.ts'
import { parsedJson, parsedLines } from './json-document.ts'
import { lineAt } from './line-at.ts'

describe('jsonFault', () => {
  it.each<readonly [string, number, string]>([
    ['', 0, 'end'],
    ['  ', 2, 'end'],
    ['{"a": }', 6, 'value'],
    ['[1,]', 3, 'value'],
    ['[1 2]', 3, 'comma'],
    ['{"a" 1}', 5, 'colon'],
    ['{a: 1}', 1, 'key'],
    ["{'a': 1}", 1, 'key'],
    ['{"a": 1,}', 8, 'key'],
    ['[1', 2, 'end'],
    ['{"a": [1, 2}', 11, 'comma'],
    ['[1] 2', 4, 'after'],
    ['tru', 0, 'value'],
    ['[01]', 2, 'comma'],
    ['["\t"]', 1, 'string'],
    ['["\\x"]', 1, 'string'],
    ['NaN', 0, 'value'],
    ['}', 0, 'value'],
  ])('in %j is at %i: %s', (text, offset, kind) => {
    expect(jsonFault(text)).toEqual({ offset, kind })
  })

  it.each([
    ['a string that never ends', `"${'a'.repeat(2_000_000)}`],
    ['escapes without end', `"${'\\n'.repeat(1_000_000)}`],
    ['quotes without end', '"",'.repeat(700_000)],
    ['white space without end', ' '.repeat(2_000_000)],
    ['brackets without end', '['.repeat(1_000_000)],
    ['a number without end', `1${'0'.repeat(2_000_000)}x`],
  ])('is found in one pass in %s', (_, text) => {
    expect(jsonFault(text).offset).toBeLessThanOrEqual(text.length)
  })

  it('is the end of every text that is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(jsonFault(text).offset).toBe(text.length)
      }),
    )
  })

  it('is never behind what was put into a text that was JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, place) => {
        const text = JSON.stringify([value])
        const at = place % text.length
        const broken = `${text.slice(0, at)}\u0001${text.slice(at)}`
        expect(jsonFault(broken).offset).toBeLessThanOrEqual(at)
      }),
    )
  })
})

describe('lineAt', () => {
  it.each<readonly [string, number, number]>([
    ['abc', 2, 1],
    ['a\nb', 2, 2],
    ['a\r\nb', 3, 2],
    ['a\rb\n\nc', 5, 4],
  ])('of %j at %i is %i', (text, offset, line) => {
    expect(lineAt(text, offset)).toBe(line)
  })
})

describe('a document', () => {
  it('says where it has its fault, and nothing of what it holds', () => {
    const parsed = parsedJson('{"a": 1,\n"secret": sk-abcdefghijklmnop}')
    expect(parsed).toMatchObject({ ok: false, fault: { line: 2 } })
    expect(JSON.stringify(parsed)).not.toContain('abcdefgh')
  })

  it('by lines is numbered by lines, empty ones included', () => {
    const { lines, faults } = parsedLines('1\n\n{"a":2.0}\r\nx\r3')
    expect(lines.map(({ line, value }) => [line, value])).toEqual([
      [1, 1],
      [3, { a: 2 }],
      [5, 3],
    ])
    expect(faults).toEqual([{ line: 4, kind: 'value', found: 'x' }])
  })
})
