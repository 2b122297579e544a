import { storeZip } from '../formats/xlsx/store-zip.ts'
import { describe, expect, it } from 'vitest'
import { MAX_CELL_LENGTH, MAX_CELLS, MAX_MESSAGES, MAX_NAME_LENGTH, MAX_VARIANTS } from './limits.ts'
import { recognise } from './recognise.ts'
import type { RecogniseOptions, Recognition } from './recognition.ts'

const utf8 = (content: string) => new TextEncoder().encode(content)
function utf16(content: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(content.length * 2))
  for (let index = 0; index < content.length; index++) view.setUint16(index * 2, content.charCodeAt(index), isLittle)
  return new Uint8Array(view.buffer)
}
const read = (name: string, content: string | Uint8Array, options?: RecogniseOptions) => recognise({ name, content }, options)
const told = ({ problems }: Recognition) =>
  problems.map(({ code, line, values }) => [code, ...(line === null ? [] : [line]), ...Object.values(values)].join(' '))
const cells = (recognition: Recognition) =>
  recognition.ok ? [recognition.columns.map(({ name }) => name), ...recognition.rows.map((row) => row.cells)] : null

/** What a bad file is told, and its table where it is taken all the same. */
type Case = readonly [
  what: string,
  name: string,
  content: string | Uint8Array,
  told: readonly string[],
  table: readonly (readonly string[])[] | null,
]

const TABLE = [
  ['a', 'b'],
  ['1', 'é'],
]

describe('a bad file is told what and where', { timeout: 30_000 }, () => {
  it.each<Case>([
    [
      'ragged',
      'a.csv',
      'a,b\n1\n1,2,3',
      ['short-line 2 2 1', 'long-line 3 2 3'],
      [
        ['a', 'b'],
        ['1', ''],
        ['1', '2'],
      ],
    ],
    ['with a byte order mark', 'a.csv', utf8('\ufeffa,b\n1,é'), [], TABLE],
    ['in UTF-16 with a mark', 'a.csv', utf16('\ufeffa,b\n1,é', true), [], TABLE],
    ['in UTF-16 of the other order with a mark', 'a.csv', utf16('\ufeffa,b\n1,é', false), [], TABLE],
    ['in UTF-16 without a mark', 'a.csv', utf16('a,b\n1,é', true), [], TABLE],
    ['in UTF-16 of the other order without a mark', 'a.csv', utf16('a,b\n1,é', false), [], TABLE],
    ['in no Unicode', 'a.csv', new Uint8Array([...utf8('a,b\n1,'), 0xe9]), ['bad-encoding windows-1252'], TABLE],
    [
      'with mixed line ends',
      'a.csv',
      'a,b\r\n1,2\n3,4\r5,6',
      ['mixed-newlines'],
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['with a header twice', 'a.csv', '\n\na,b,a\n1,2,3', ['duplicate-headers 3 a'], null],
    ['with a quote that never closes', 'a.csv', 'a,b\n1,2\n3,"4\n5,6\n7,8', ['unclosed-quote 3'], null],
    [
      'with a zero in it',
      'a.csv',
      utf8('a,b\n1,2\n3,\0'),
      ['nul-character 3'],
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '\0'],
      ],
    ],
    ['of a newer version', 'a.json', '{"v":9,"mode":"chat","prompt":{},"rows":[]}', ['newer-version 9 1'], null],
    [
      'with names of prototypes',
      'a.csv',
      '__proto__,constructor,toString\n1,2,3',
      [],
      [
        ['__proto__', 'constructor', 'toString'],
        ['1', '2', '3'],
      ],
    ],
    ['without anything', 'a.csv', '', ['empty'], null],
    ['with nothing but space', 'a.json', ' \r\n\t ', ['empty'], null],
    ['with nothing but a header', 'a.csv', 'a,b\n', ['no-rows'], null],
    ['with nothing but an empty list', 'a.json', '[]', ['no-rows'], null],
    ['that is no text', 'a.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49]), ['binary'], null],
    ['that only begins like a spreadsheet', 'a.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), ['spreadsheet-unreadable directory'], null],
    ['of an old spreadsheet', 'a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), ['old-spreadsheet'], null],
    [
      'with formulas',
      'a.csv',
      'a,b\n=1+1,@x',
      [],
      [
        ['a', 'b'],
        ['=1+1', '@x'],
      ],
    ],
    ['with half a character', '', '[{"a":"\\ud800"}]', ['lone-surrogate'], [['a'], ['\ud800']]],
    ['with a fault in its JSON', 'a.json', '[\n {"a": 1},\n {"a": }\n]', ['json-syntax 3 value }'], null],
    ['with a fault in a line', 'a.jsonl', '{"a":1}\n{"a":\n[1]\n', ['json-syntax 2 end ', 'not-an-object 3'], [['a'], ['1']]],
    ['with a fault in its YAML', 'a.yaml', 'prompts:\n  - hi\n bad: 1', ['yaml-syntax 3'], null],
  ])('%s', async (_, name, content, problems, table) => {
    const recognition = await read(name, content)
    const heard = told(recognition)
    expect(heard).toHaveLength(problems.length)
    for (const [index, problem] of problems.entries()) expect(heard[index]).toContain(problem)
    expect(cells(recognition)).toEqual(table)
    expect(recognition.ok).toBe(table !== null)
  })

  it.each<readonly [string, string, string | Uint8Array, string, string]>([
    ['a.csv', 'JSON', '[{"a":1}]', 'json', '.csv'],
    ['a.csv', 'JSON by lines', '{"a":1}\n{"a":2}', 'jsonl', '.csv'],
    ['a.tsv', 'a request', '{"model":"m","messages":[{"role":"user","content":"x"}]}', 'request', '.tsv'],
    ['a.json', 'CSV', 'name,text\n1,2\n3,4', 'csv', '.json'],
    ['a.jsonl', 'TSV', 'name\ttext\n1\t2', 'tsv', '.jsonl'],
    ['a.json', 'YAML', 'prompts: [x]\nproviders: [openai:m]', 'promptfoo', '.json'],
    [
      'a.json',
      'cURL',
      `curl https://x.example/v1/chat/completions -d '{"model":"m","messages":[{"role":"user","content":"x"}]}'`,
      'curl',
      '.json',
    ],
    ['a.yaml', 'rows of JSON', '[{"a":1},{"a":2}]', 'json', '.yaml'],
    ['a.xlsx', 'CSV', utf8('a,b\n1,2'), 'csv', '.xlsx'],
    ['a.xlsx', 'JSON', utf8('[{"a":1}]'), 'json', '.xlsx'],
  ])('%s that is %s is taken for what it is', async (name, _, content, format, said) => {
    const recognition = await read(name, content)
    expect(recognition).toMatchObject({ ok: true, format })
    expect(told(recognition)).toContain(`other-kind ${said}`)
  })

  it.each([
    ['a.csv', '[draft] a,b\n1,2'],
    ['a.csv', '["a","b"]'],
    ['a.csv', '{"a"},b\n1,2'],
    ['a.json', '[1,2]'],
    ['a.yaml', '{"prompts":["x"],"tests":[{"vars":{"a":1}}]}'],
    ['a.txt', '[{"a":1}]'],
  ])('%s of %s has the right name', async (name, content) => {
    expect(told(await read(name, content))).not.toContain(expect.stringMatching(/^other-kind/))
  })

  it('a spreadsheet under the name of a table is a spreadsheet, and one that is none is refused', async () => {
    const zip = new Uint8Array(await storeZip(new Map([['a.txt', utf8('x')]])))
    expect(told(await read('a.csv', zip))).toEqual(['other-kind .csv', 'not-a-spreadsheet'])
  })
})

describe('what is too much is told with its number', { timeout: 30_000 }, () => {
  it.each<readonly [string, string, () => string, readonly string[]]>([
    [
      'a cell',
      'a.csv',
      () => `a,b\n1,2\n3,${'x'.repeat(MAX_CELL_LENGTH + 1)}`,
      [`cell-too-long 3 b ${MAX_CELL_LENGTH + 1} ${MAX_CELL_LENGTH}`],
    ],
    [
      'a name',
      'a.csv',
      () => `a,${'b'.repeat(MAX_NAME_LENGTH + 1)}\n1,2`,
      [`name-too-long ${'b'.repeat(40)}… ${MAX_NAME_LENGTH + 1} ${MAX_NAME_LENGTH}`],
    ],
    [
      'a member',
      'a.json',
      () => `[{"${'b'.repeat(MAX_NAME_LENGTH + 1)}":1}]`,
      [`name-too-long ${'b'.repeat(40)}… ${MAX_NAME_LENGTH + 1} ${MAX_NAME_LENGTH}`],
    ],
    ['a line', 'a.csv', () => ','.repeat(MAX_CELLS + 1), [`too-many-values ${MAX_CELLS}`]],
    ['JSON', 'a.json', () => `[${'1,'.repeat(MAX_CELLS)}1]`, [`too-many-values ${MAX_CELLS}`]],
    [
      'a message',
      '',
      () => JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'x'.repeat(MAX_CELL_LENGTH + 1) }] }),
      [`text-too-long ${MAX_CELL_LENGTH + 1} ${MAX_CELL_LENGTH}`],
    ],
    [
      'a conversation',
      'a.jsonl',
      () => JSON.stringify({ messages: Array.from({ length: MAX_MESSAGES + 3 }, () => ({ role: 'user', content: 'x' })) }),
      [`too-many-messages 1 ${MAX_MESSAGES + 3} ${MAX_MESSAGES}`],
    ],
    [
      'prompts',
      'a.yaml',
      () => `prompts: [${Array.from({ length: MAX_VARIANTS + 1 }, (_, index) => `p${index}`).join()}]`,
      [`too-many-prompts ${MAX_VARIANTS}`],
    ],
    [
      'prompts by models',
      'a.yaml',
      () =>
        `prompts: [${Array.from({ length: 50 }, (_, index) => `p${index}`).join()}]\nproviders: [${Array.from({ length: 50 }, (_, index) => `google:m${index}`).join()}]`,
      [`too-many-prompts ${MAX_VARIANTS}`],
    ],
    [
      'lists of values in one case',
      'a.yaml',
      () => `prompts: [x]\ntests: [{vars: {${'abcdef'.replaceAll(/./g, '$&: [x,2,3,4,5,6,7,8,9,0],')}}}]`,
      ['too-many-rows 100000'],
    ],
    [
      'lists of values in many cases',
      'a.yaml',
      () => `prompts: [x]\ntests:\n${'  - vars: {a: [x,2,3,4,5,6,7,8,9,0], b: [x,2,3,4,5,6,7,8,9,0]}\n'.repeat(1001)}`,
      ['too-many-rows 100000'],
    ],
    [
      'columns of YAML',
      'a.yaml',
      () => `prompts: [x]\ntests:\n${Array.from({ length: 300 }, (_, index) => `  - vars: {a${index}: 1}\n`).join('')}`,
      ['too-many-columns 300 256'],
    ],
  ])('%s', async (_, name, content, problems) => {
    const recognition = await read(name, content())
    expect(recognition.ok).toBe(false)
    expect(told(recognition).filter((problem) => !problem.startsWith('no-rows'))).toEqual(problems)
  })

  it('an attachment may be as long as its file', async () => {
    const image = `data:image/png;base64,${'A'.repeat(MAX_CELL_LENGTH + 10)}`
    expect(cells(await read('a.csv', `a,b\n1,"${image}"`))).toEqual([
      ['a', 'b'],
      ['1', image],
    ])
  })

  it('a name is quoted in part', async () => {
    const name = 'n'.repeat(900)
    const many = Array.from({ length: 100 }, (_, index) => `${name}${index}`)
    const [problem] = (await read('a.csv', [...many, ...many].join())).problems
    expect(problem?.code).toBe('duplicate-headers')
    expect(JSON.stringify(problem?.values).length).toBeLessThan(2200)
  })

  it('200 levels of JSON are taken', async () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`
    expect(cells(await read('a.json', `[{"a":${deep}}]`))).toEqual([['a'], [deep]])
  })
})
