import { describe, expect, it } from 'vitest'
import { createProblemList } from '../import/problem-list.ts'
import { cellText } from './cell-text.ts'
import { headOfVariable, isResultHead, RESULT_COLUMNS, variableOfHead } from './column-names.ts'
import { decodeText, findEncoding, isBinary } from './decode-text.ts'
import { isDeeperThan } from './json-depth.ts'
import { bareRecord, defined, member, numberMember, textMember } from './json-object.ts'
import { plainNumbers } from './plain-numbers.ts'
import { readTable } from './table-reading.ts'
import { PyFloat } from '@vitrine/templating'
import fc from 'fast-check'

const lines = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ line: index + 1, cells }))

describe('readTable', () => {
  it('numbers the columns where no line names them, as many as the longest line has', () => {
    const problems = createProblemList()
    const table = readTable(lines(['1'], ['2', '3']), false, problems)
    expect(table?.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2'])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', ''],
      ['2', '3'],
    ])
    expect(problems.all()).toMatchObject([{ code: 'short-line', line: 1 }])
  })

  it('leaves out columns without a name and without a value', () => {
    const problems = createProblemList()
    expect(readTable(lines(['a', '', 'b'], ['1', ' ', '2']), true, problems)).toEqual({
      columns: [{ name: 'a' }, { name: 'b' }],
      rows: [{ line: 2, cells: ['1', '2'] }],
    })
    expect(problems.all()).toEqual([])
  })

  it('of nothing is an empty table', () => {
    expect(readTable([], true, createProblemList())).toEqual({ columns: [], rows: [] })
  })
})

describe('a list of problems', () => {
  it('has each problem once', () => {
    const problems = createProblemList()
    for (const line of [1, 2, 1, null, null]) problems.add('warning', 'stray-quote', {}, line)
    expect(problems.all().map(({ line }) => line)).toEqual([1, 2, null])
  })

  it('never counts an error instead of listing it', () => {
    const problems = createProblemList()
    for (let line = 1; line <= 150; line++) problems.add('warning', 'stray-quote', {}, line)
    problems.add('error', 'unclosed-quote', {}, 151)
    const all = problems.all()
    expect(all).toHaveLength(102)
    expect(all.at(-2)).toMatchObject({ severity: 'error', line: 151 })
    expect(all.at(-1)).toEqual({ code: 'more-problems', severity: 'warning', line: null, values: { count: 50 } })
  })
})

describe('the text of a cell', () => {
  it.each<readonly [unknown, string]>([
    ['x', 'x'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [1.5, '1.5'],
    [12345678901234567890n, '12345678901234567890'],
    [new PyFloat(1), '1.0'],
    [true, 'true'],
    [[1, 'a', null], '[1, "a", null]'],
    [{ a: { b: [] } }, '{"a": {"b": []}}'],
    [Symbol('x'), ''],
  ])('%s is %j', (value, text) => {
    expect(cellText(value)).toBe(text)
  })
})

describe('the head of a column', () => {
  it.each(['expected', 'output', '__x', 'input:y', ' padded', '', 'status'])('marks the variable %j', (name) => {
    expect(headOfVariable(name)).toBe(`input:${JSON.stringify(name)}`)
  })
  it.each(['text', 'Expected', 'a,b', '_x'])('leaves the variable %j as it is', (name) => {
    expect(headOfVariable(name)).toBe(name)
  })
  it('brings every variable back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const head = headOfVariable(name)
        expect(variableOfHead(head) ?? head).toBe(name)
      }),
    )
  })
  it.each(['input:x', 'input:"x', 'input:5', 'x'])('%j is no mark of ours', (head) => {
    expect(variableOfHead(head)).toBeNull()
  })
  it('is known for one of results where all of those stand', () => {
    expect(isResultHead(['text', ...RESULT_COLUMNS])).toBe(true)
    expect(isResultHead(RESULT_COLUMNS.slice(1))).toBe(false)
    expect(isResultHead(RESULT_COLUMNS.filter((name) => name !== 'rating' && name !== 'note'))).toBe(true)
  })
})

describe('bytes', () => {
  it.each<readonly [readonly number[], string]>([
    [[0xef, 0xbb, 0xbf, 0x61], 'utf-8'],
    [[0xff, 0xfe, 0x61, 0], 'utf-16le'],
    [[0xfe, 0xff, 0, 0x61], 'utf-16be'],
    [[0x61, 0, 0x62, 0], 'utf-16le'],
    [[0, 0x61, 0, 0x62], 'utf-16be'],
    [[0x61, 0x62], 'utf-8'],
    [[], 'utf-8'],
    [[0x61, 0, 0], 'utf-8'],
  ])('%j are taken for %s', (bytes, encoding) => {
    expect(findEncoding(new Uint8Array(bytes))).toBe(encoding)
  })

  it('are binary where many control characters stand in them, or zeros beside what is no text', () => {
    expect(isBinary(new Uint8Array([0x61, 0x62, 0, 0x63, 0x64]))).toBe(false)
    expect(isBinary(new Uint8Array([0x61, 0, 0, 0, 0, 0, 0x64, 0x65]))).toBe(true)
    expect(isBinary(new Uint8Array([0x61, 0xff, 0, 0x62, 0x63]))).toBe(true)
    expect(isBinary(new Uint8Array([1, 2, 3]))).toBe(true)
    expect(isBinary(new TextEncoder().encode('a\tb\r\n\u001b[0m c'))).toBe(false)
    expect(isBinary(new Uint8Array())).toBe(false)
  })

  it('of every text in UTF-8 are that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ text, encoding: 'utf-8', isDamaged: false })
      }),
    )
  })

  it('that do not fit the encoding that somebody says are replaced, and that is told', () => {
    expect(decodeText(new Uint8Array([0x61, 0xff]), 'utf-8')).toEqual({ text: 'a\ufffd', encoding: 'utf-8', isDamaged: true })
  })
})

describe('JSON that somebody else wrote', () => {
  it('is read by its own members only', () => {
    const value = JSON.parse('{"__proto__":"own","n":1,"t":"x","big":1e999}') as Record<string, unknown>
    expect(member(value, '__proto__')).toBe('own')
    expect(member({}, 'constructor')).toBeUndefined()
    expect([textMember(value, 't'), textMember(value, 'n'), textMember(value, 'toString')]).toEqual(['x', undefined, undefined])
    expect([numberMember(value, 'n'), numberMember(value, 't'), numberMember(value, 'big')]).toEqual([1, undefined, undefined])
  })

  it('becomes records that no name can break', () => {
    const record = bareRecord([['__proto__', 1] as const, ['a', 2] as const])
    expect(Object.getPrototypeOf(record)).toBeNull()
    expect(Object.entries(record)).toEqual([
      ['__proto__', 1],
      ['a', 2],
    ])
    expect(defined({ a: 1, b: undefined, c: null })).toEqual({ a: 1, c: null })
  })

  it('has plain numbers, but for what becomes text', () => {
    const value = { a: 5n, b: [new PyFloat(1)], vars: { n: 5n, deep: [new PyFloat(2)] }, in: { vars: 6n } }
    expect(plainNumbers(value, new Set(['vars']))).toEqual({ a: 5, b: [1], vars: { n: 5n, deep: [new PyFloat(2)] }, in: { vars: 6n } })
    expect(plainNumbers(value)).toEqual({ a: 5, b: [1], vars: { n: 5, deep: [2] }, in: { vars: 6 } })
  })

  it.each<readonly [string, number, boolean]>([
    ['[[[]]]', 3, false],
    ['[[[]]]', 2, true],
    ['{"a":[{"b":1}]}', 2, true],
    ['"[[[["', 1, false],
    ['["\\"[[[["]', 1, false],
    ['[[],[],[]]', 2, false],
    ['1', 0, false],
  ])('%s is deeper than %i: %s', (text, limit, isDeeper) => {
    expect(isDeeperThan(text, limit)).toBe(isDeeper)
  })
})
