import { describe, expect, it } from 'vitest'
import writeWorkbook, { type SheetData } from 'write-excel-file/universal'
import { MAX_SHEET_TAGS } from '../../import/limits.ts'
import { recognise } from '../../import/recognise.ts'
import type { RecogniseOptions, Recognition } from '../../import/recognition.ts'
import { readZip } from './read-zip.ts'
import { scanSheet } from './scan-sheet.ts'
import { storeZip } from './store-zip.ts'
import { sheetsOf } from './workbook.ts'

type Sheet = SheetData

const saved = async (sheet: Sheet): Promise<Uint8Array> => new Uint8Array(await (await writeWorkbook(sheet).toBlob()).arrayBuffer())
const read = (content: Uint8Array, options?: RecogniseOptions) => recognise({ name: 'cases.xlsx', content }, options)
const all = () => true

/** A workbook as a program saves it, one of whose files is another than it wrote. */
async function changed(sheet: Sheet, path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const files = new Map(await readZip(await saved(sheet), all, 10_000_000))
  files.set(path, new TextEncoder().encode(change(new TextDecoder().decode(files.get(path)))))
  return new Uint8Array(await storeZip(files))
}
const SHEET = 'xl/worksheets/sheet1.xml'
const withCells = (cells: string) =>
  changed([['a']], SHEET, (xml) => xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, `<sheetData>${cells}</sheetData>`))

const table = (recognition: Recognition) =>
  recognition.ok ? [recognition.columns.map(({ name }) => name), ...recognition.rows.map(({ cells }) => cells)] : recognition.problems
const codes = (recognition: Recognition) => recognition.problems.map(({ code }) => code)

describe('a workbook', { timeout: 30_000 }, () => {
  it('is a table of texts', async () => {
    const recognition = await read(
      await saved([
        ['text', 'number', 'yes', 'day', 'moment'],
        [
          ' padded, "quoted"\nlines ',
          1.5,
          true,
          { value: new Date('2026-05-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
          { value: new Date('2026-05-01T12:30:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
        ],
        [null, 12345678901, false, null, null],
      ]),
    )
    expect(table(recognition)).toEqual([
      ['text', 'number', 'yes', 'day', 'moment'],
      [' padded, "quoted"\nlines ', '1.5', 'TRUE', '2026-05-01', '2026-05-01T12:30:00'],
      ['', '12345678901', 'FALSE', '', ''],
    ])
    expect(recognition).toMatchObject({ ok: true, format: 'xlsx', encoding: null, delimiter: null, problems: [] })
  })

  it('is known by its bytes, whatever its name is', async () => {
    const content = await saved([['a'], ['1']])
    expect(await recognise({ name: 'cases.csv', content })).toMatchObject({ ok: true, format: 'xlsx' })
  })

  it('numbers its rows as the program does, and passes over empty ones', async () => {
    const recognition = await read(await saved([['a'], ['1'], [null], ['2']]))
    expect(recognition.ok && recognition.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  it('has columns of promptfoo like any table', async () => {
    const recognition = await read(
      await saved([
        ['text', '__expected'],
        ['x', 'contains: y'],
      ]),
    )
    expect(recognition.ok && recognition.columns[1]?.role).toEqual({ kind: 'expected', typed: true })
  })

  it('with a name twice is refused', async () => {
    expect(
      codes(
        await read(
          await saved([
            ['a', 'a'],
            ['1', '2'],
          ]),
        ),
      ),
    ).toEqual(['duplicate-headers'])
  })

  it('of several sheets is read by its first one, or the one that is named', async () => {
    const content = new Uint8Array(
      await (
        await writeWorkbook([
          { sheet: 'First & "one"', data: [['a'], ['1']] },
          { sheet: 'Second', data: [['b'], ['2']] },
        ]).toBlob()
      ).arrayBuffer(),
    )
    const first = await read(content)
    expect(table(first)).toEqual([['a'], ['1']])
    expect(first.problems).toEqual([
      { code: 'other-sheets', severity: 'notice', line: null, values: { read: 'First & "one"', names: 'Second' } },
    ])
    expect(table(await read(content, { sheet: 'Second' }))).toEqual([['b'], ['2']])
  })
})

describe('formulas', () => {
  const cells = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>sum</t></is></c><c r="B1" t="inlineStr"><is><t>text</t></is></c><c r="C1" t="inlineStr"><is><t>bad</t></is></c></row>',
    '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>CONCATENATE("a","b")</f><v>ab</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
  ].join('')

  it('are never worked out: what was saved with them is read, and that is told', async () => {
    const recognition = await read(await withCells(cells))
    expect(table(recognition)).toEqual([
      ['sum', 'text', 'bad'],
      ['2', 'ab', '#DIV/0!'],
    ])
    expect(recognition.problems).toEqual([{ code: 'formula-value-used', severity: 'notice', line: null, values: { cell: 'A2', count: 3 } }])
  })

  it('that were saved without a result are empty, and that is told', async () => {
    const recognition = await read(await withCells(cells.replace('<v>2</v>', '').replace('<v>ab</v>', '')))
    expect(table(recognition)).toEqual([
      ['sum', 'text', 'bad'],
      ['', '', '#DIV/0!'],
    ])
    expect(recognition.problems).toMatchObject([
      { code: 'formula-value-used', values: { cell: 'C2', count: 1 } },
      { code: 'formula-without-value', severity: 'warning', values: { cell: 'A2', count: 2 } },
    ])
  })

  it('do not become formulas of ours', async () => {
    const recognition = await read(
      await withCells(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c></row>',
      ),
    )
    expect(table(recognition)).toEqual([['a'], ['=HYPERLINK("x")']])
  })
})

describe('a damaged or hostile workbook', { timeout: 30_000 }, () => {
  const text = (content: string) => new TextEncoder().encode(content)

  it.each<readonly [string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an archive of something else', async () => new Uint8Array(await storeZip(new Map([['a.txt', text('x')]]))), 'not-a-spreadsheet'],
    ['an archive that is cut off', async () => (await saved([['a'], ['1']])).subarray(0, 200), 'spreadsheet-unreadable'],
    ['the first bytes of an archive alone', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'spreadsheet-unreadable'],
    [
      'a workbook without its sheet',
      async () => changed([['a']], 'xl/_rels/workbook.xml.rels', () => '<Relationships/>'),
      'not-a-spreadsheet',
    ],
    ['no cells', async () => withCells(''), 'no-rows'],
    [
      'a cell in the last column of the last row',
      async () => withCells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'too-many-rows',
    ],
    [
      'a cell far to the right of many rows',
      async () => withCells('<row r="1"><c r="ZZ1"><v>1</v></c></row><row r="90000"><c r="A90000"><v>1</v></c></row>'),
      'too-many-cells',
    ],
    ['a column beyond all columns', async () => withCells('<row r="1"><c r="AAAAAAAA1"><v>1</v></c></row>'), 'too-many-cells'],
    ['a row that only says where it is', async () => withCells('<row r="1048576"/>'), 'too-many-rows'],
  ])('with %s is refused', async (_, content, code) => {
    const recognition = await read(await content())
    expect(recognition.ok).toBe(false)
    expect(codes(recognition)).toEqual([code])
  })

  it('of more tags than there is memory for is refused before any is read', async () => {
    const recognition = await read(await withCells('<a>'.repeat(MAX_SHEET_TAGS + 1)))
    expect(recognition).toMatchObject({ ok: false, problems: [{ code: 'too-many-tags', values: { limit: MAX_SHEET_TAGS } }] })
  })

  it('that grows beyond all bounds is refused while it is unpacked, whatever it says of its size', async () => {
    const zeros = new Blob([new Uint8Array(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    const packed = new Uint8Array(await new Response(zeros).arrayBuffer())
    const archive = new Uint8Array(await storeZip(new Map([['xl/bomb.xml', packed]])))
    const view = new DataView(archive.buffer)
    // The method of the entry, in its own head and in the directory; the size that both give is the packed one.
    const directory = view.getUint32(archive.length - 6, true)
    view.setUint16(8, 8, true)
    view.setUint16(directory + 10, 8, true)
    expect(packed.length).toBeLessThan(10_000)
    await expect(readZip(archive, all, 1_000_000)).rejects.toMatchObject({ kind: 'too-large' })
    expect((await readZip(archive, all, 3_000_000)).get('xl/bomb.xml')?.byteLength).toBe(3_000_000)
  })

  it('is looked through in one pass, also where tags never close', () => {
    const open = scanSheet('<c r="A1"><f>'.repeat(100_000))
    expect(open.formulas).toEqual([])
    expect(scanSheet('<row r="1'.repeat(100_000)).rows).toBe(0)
    expect(scanSheet(`<c ${'a="'.repeat(100_000)}>`).columns).toBe(0)
  })
})

describe('the parts of a workbook', () => {
  it('archives that are stored are read back', async () => {
    const files = new Map([
      ['xl/a.xml', new TextEncoder().encode('<a/>')],
      ['xl/ä.xml', new Uint8Array([0, 1, 255])],
      ['empty', new Uint8Array()],
    ])
    expect(await readZip(new Uint8Array(await storeZip(files)), all, 1000)).toEqual(files)
    expect([...(await readZip(new Uint8Array(await storeZip(files)), (name) => name === 'empty', 1000)).keys()]).toEqual(['empty'])
  })

  it('sheets come in the order of their tabs, with names as they are shown', () => {
    const workbook = `<workbook><sheets><sheet name="A &amp; &#66;" sheetId="2" r:id="rId2"/><x:sheet name='Two' r:id='rId1'/><sheet name="Chart" r:id="rId3"/></sheets></workbook>`
    const relations = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="/xl/worksheets/sheet9.xml" Id="rId2"/><Relationship Id="rId3" Target="chartsheets/sheet1.xml"/></Relationships>`
    expect(sheetsOf(workbook, relations)).toEqual([
      { name: 'A & B', path: 'xl/worksheets/sheet9.xml' },
      { name: 'Two', path: 'xl/worksheets/sheet1.xml' },
    ])
  })

  it('cells in another namespace are cells', () => {
    const scan = scanSheet('<x:row r="3"><x:c r="B3" t="str"><x:f>A1</x:f><x:v>1</x:v></x:c></x:row>')
    expect(scan).toMatchObject({ rows: 3, columns: 2, formulas: ['B3'], unsaved: [] })
  })
})
