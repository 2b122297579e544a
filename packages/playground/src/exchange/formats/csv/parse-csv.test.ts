import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../export/csv-text.ts'
import { countMarks, unmarked } from './formula-marks.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { parseCsv } from './parse-csv.ts'

const cellsOf = (text: string, delimiter: string | null = ',') => parseCsv(text, delimiter).records.map(({ cells }) => cells)
const linesOf = (text: string) => parseCsv(text, ',').records.map(({ line }) => line)

describe('parseCsv', { timeout: 30_000 }, () => {
  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['', []],
    ['a', [['a']]],
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    [',', [['', '']]],
    ['""', [['']]],
    ['""\n""', [[''], ['']]],
    ['"a""b"', [['a"b']]],
    ['"a,b",c', [['a,b', 'c']]],
    [
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    ['a\n\n\nb', [['a'], ['b']]],
    ['a "quoted" b,c', [['a "quoted" b', 'c']]],
    ['"a" ,b', [['a', 'b']]],
    [
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
  ])('splits %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('takes a line for one cell where nothing stands between cells', () => {
    expect(cellsOf('text\nHello, world; or\tnot\n"quoted, too"', null)).toEqual([['text'], ['Hello, world; or\tnot'], ['quoted, too']])
  })

  it('numbers lines as an editor does, also after cells of several lines and blank lines', () => {
    expect(linesOf('a,b\n"1\n2\r\n3",x\n\nc,d\r\ne,f')).toEqual([1, 2, 6, 7])
  })

  it('tells which kinds of line ends it met between records, not within cells', () => {
    expect([...parseCsv('a,"1\r2"\nb,c\n', ',').newlines]).toEqual(['\n'])
    expect(parseCsv('a\r\nb\nc', ',').newlines.size).toBe(2)
  })

  it('names the line in which a quote opens that never closes, and goes on behind it', () => {
    const { records, faults } = parseCsv('a,b\n"x,y\nz,w', ',')
    expect(faults).toEqual([{ kind: 'unclosed-quote', line: 2 }])
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['"x', 'y'],
      ['z', 'w'],
    ])
  })

  it('keeps a cell as it is written that goes on behind its closing quote', () => {
    const { records, faults } = parseCsv('a,b\n"he" said,y', ',')
    expect(faults).toEqual([{ kind: 'stray-quote', line: 2 }])
    expect(records[1]?.cells).toEqual(['"he" said', 'y'])
  })

  it('stops at the largest number of records', () => {
    const { records, cut } = parseCsv('a\nb\nc\nd', ',', { maxRecords: 2 })
    expect(cut).toBe('records')
    expect(records).toHaveLength(2)
    expect(parseCsv('a\nb', ',', { maxRecords: 2 }).cut).toBeNull()
    expect(parseCsv(','.repeat(9), ',', { maxCells: 5 })).toMatchObject({ records: [], cut: 'cells' })
  })

  it('reads a million quotes in one pass', () => {
    const text = `${'"",'.repeat(300_000)}"`
    expect(parseCsv(text, ',').records[0]?.cells).toHaveLength(300_001)
  })

  it('reads what is written, whatever the cells hold', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+@'",;\t|\r\n a-]{0,6}$/))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 6 }),
        async (width, rows) => {
          const fields = ['one', 'two', 'three', 'four'].slice(0, width)
          const table = rows.map((cells) => cells.slice(0, width))
          const text = await csvText(fields, table)
          const { records, faults } = parseCsv(text, guessDelimiter(text))
          const read = records.map(({ cells }) => cells)
          expect(faults).toEqual([])
          const marks = countMarks(read)
          expect(read.map((cells) => (marks > 0 ? unmarked(cells) : cells))).toEqual([fields, ...table])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('guessDelimiter', () => {
  it.each<readonly [string, string | null]>([
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2', ';'],
    ['a\tb\n1,2\t3', '\t'],
    ['a|b\n1|2', '|'],
    ['text\nHello, world\nBye, all', null],
    ['"a;b",c\n1,2', ','],
    ['"x,y";b\n1;2', ';'],
    ['a,b;c\n1,2;3\n4,5;6', ','],
    ['', null],
  ])('finds in %j the mark %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter)
  })

  it('prefers the mark by which most lines agree with the first', () => {
    expect(guessDelimiter('name, first;text\nA;one\nB;two, three\nC;four')).toBe(';')
  })
})

describe('marks before formulas', () => {
  const written = async (cell: string) => (await csvText(['x', 'y'], [[cell, 'z']])).split('\r\n')[1] ?? ''

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1", "''=1"])('keeps %j from being a formula', async (cell) => {
    expect((await written(cell)).replace(/^"/, '')).toMatch(/^'/)
  })

  it.each(['a=1', '1-2', "'quoted'", 'x@y', ''])('leaves %j alone', async (cell) => {
    expect(await written(cell)).toBe(`${cell},z`)
  })

  it('takes marks off where all formulas have one', () => {
    expect(
      countMarks([
        ["'=1", 'a'],
        ["'-2", ''],
      ]),
    ).toBe(2)
    expect(unmarked(["'=1", "''=1", 'a', "'a"])).toEqual(['=1', "'=1", 'a', "'a"])
  })

  it('takes nothing off in a file in which a formula stands bare: its writer marks none', () => {
    expect(countMarks([["'=1", '=2']])).toBe(0)
  })
})
