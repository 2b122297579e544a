import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTable, parseTable } from './table-text.ts'

describe('parseTable', () => {
  it('reads cells and rows', () => {
    expect(parseTable('a\tb\nc\td')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
  it('reads the line ends of every system and none after the last row', () => {
    expect(parseTable('a\r\nb\r\n')).toEqual([['a'], ['b']])
    expect(parseTable('a\rb')).toEqual([['a'], ['b']])
  })
  it('keeps empty cells and empty rows inside', () => {
    expect(parseTable('a\t\tb\n\nc')).toEqual([['a', '', 'b'], [''], ['c']])
    expect(parseTable('\t')).toEqual([['', '']])
  })
  it('reads quoted cells with tabs, line ends and quotes in them', () => {
    expect(parseTable('"two\nlines"\t"a ""word"""\nnext')).toEqual([['two\nlines', 'a "word"'], ['next']])
    expect(parseTable('"one\r\ntwo"')).toEqual([['one\ntwo']])
    expect(parseTable('""\tx')).toEqual([['', 'x']])
  })
  it('takes a quote that is not a frame as text', () => {
    expect(parseTable('"hello" she said\tx')).toEqual([['"hello" she said', 'x']])
    expect(parseTable('5" nail\t"open')).toEqual([['5" nail', '"open']])
  })
  it('has no row for no text', () => {
    expect(parseTable('')).toEqual([])
  })
  it('is as quick as the text is long', () => {
    expect(parseTable('"'.repeat(50_001))).toHaveLength(1)
  })
})

describe('formatTable', () => {
  it('frames only what needs it', () => {
    expect(formatTable([['a', 'b "c"', 'd\ne']])).toBe('a\tb "c"\t"d\ne"')
  })
  it('is read back as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', ' ', ',') })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        // A single empty cell is no table, and a last row that is one empty cell looks like a line end.
        fc.pre(rows.at(-1)?.length !== 1 || rows.at(-1)?.[0] !== '')
        expect(parseTable(formatTable(rows))).toEqual(rows)
      }),
    )
  })
})
