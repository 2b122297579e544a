import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, MAX_PLACED_ROWS, MAX_READ_ROWS } from './limits.ts'
import type { Problem } from './problem.ts'
import { recognise } from './recognise.ts'
import type { RecogniseOptions, Recognised, Recognition } from './recognition.ts'

const text = (name: string, content: string, options?: RecogniseOptions) => recognise({ name, content }, options)
const bytes = (name: string, content: Uint8Array, options?: RecogniseOptions) => recognise({ name, content }, options)
const utf8 = (content: string) => new TextEncoder().encode(content)

function utf16(content: string, isLittle: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${content}` : content
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index++) view.setUint16(index * 2, marked.charCodeAt(index), isLittle)
  return new Uint8Array(view.buffer)
}

function taken(recognition: Recognition): Recognised {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}

const table = (recognition: Recognition) => {
  const { columns, rows } = taken(recognition)
  return [columns.map(({ name }) => name), ...rows.map(({ cells }) => cells)]
}
const codes = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.map(({ code, line }) => (line === null ? code : `${code} ${line}`))

describe('what a file is', { timeout: 30_000 }, () => {
  it.each<readonly [string, string, string]>([
    ['a.csv', 'a,b\n1,2', 'csv'],
    ['a.tsv', 'a\tb\n1\t2', 'tsv'],
    ['', 'a\tb\n1\t2', 'tsv'],
    ['', 'a,b\n1,2', 'csv'],
    ['notes.txt', 'one column\nonly', 'csv'],
    ['', '[draft] text,b\n1,2', 'csv'],
    ['', '{{name}},b\n1,2', 'csv'],
    ['a.csv', 'curl command,b\n1,2', 'csv'],
    ['a.csv', '[{"a"},b\n1,2', 'csv'],
    ['a.json', '[{"a":1}]', 'json'],
    ['', '[{"a":1}]', 'json'],
    ['a.jsonl', '{"a":1}\n{"a":2}', 'jsonl'],
    ['a.ndjson', '{"a":1}', 'jsonl'],
    ['', '{"a":1}\n{"a":2}', 'jsonl'],
    ['a.yaml', 'prompts: [hi]\nproviders: [openai:gpt-4o]', 'promptfoo'],
    ['', 'description: x\nprompts:\n  - hi {{a}}\ntests:\n  - vars: {a: 1}', 'promptfoo'],
    ['', '{"prompts":["hi"],"providers":["openai:gpt-4o"],"tests":[]}', 'promptfoo'],
    ['', '{"item":{"a":1}}\n{"item":{"a":2}}', 'openai-evals'],
    ['', '{"input":[{"role":"user","content":"x"}],"ideal":"y"}\n{"input":"z","ideal":"w"}', 'openai-evals'],
    [
      '',
      '{"messages":[{"role":"user","content":"x"},{"role":"assistant","content":"y"}]}\n{"messages":[{"role":"user","content":"z"}]}',
      'fine-tune',
    ],
    ['a.jsonl', '{"messages":[{"role":"user","content":"x"}]}', 'fine-tune'],
    ['', '{"model":"m","messages":[{"role":"user","content":"x"}]}', 'request'],
    ['', '{"model":"m","input":"x"}', 'request'],
    ['', '[{"role":"user","content":"x"}]', 'request'],
    ['', 'curl https://api.openai.com/v1/chat/completions -d \'{"model":"m","messages":[{"role":"user","content":"x"}]}\'', 'curl'],
    [
      '',
      '{"v":1,"mode":"completion","prompt":{"messages":[],"llmConfig":{"model":"m"},"templateFormat":"curly"},"rows":[{"data":{"a":"1"}}]}',
      'snapshot',
    ],
    ['', '{"kind":"vitrine-configuration","v":1,"mode":"chat","variants":[],"checks":[{"type":"is-json"}]}', 'configuration'],
    ['', '{"kind":"vitrine-conversation","v":1,"name":"x","conversations":[{"inputs":{},"messages":[]}]}', 'conversation'],
  ])('is told for %s %j: %s', async (name, content, format) => {
    expect(taken(await text(name, content)).format).toBe(format)
  })

  it('is what somebody says it is', async () => {
    expect(table(await text('', 'a;b,c\n1;2,3', { delimiter: ',' }))).toEqual([
      ['a;b', 'c'],
      ['1;2', '3'],
    ])
    expect(taken(await text('x.txt', '{"a":1}', { format: 'jsonl' })).format).toBe('jsonl')
    expect(table(await text('a.csv', '1,2\n3,4', { header: false }))).toEqual([
      ['column 1', 'column 2'],
      ['1', '2'],
      ['3', '4'],
    ])
  })
})

describe('bytes', { timeout: 30_000 }, () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['UTF-8', utf8('größe,b\n1,2'), 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffgröße,b\n1,2'), 'utf-8'],
    ['UTF-16 with a mark', utf16('größe,b\n1,2', true, true), 'utf-16le'],
    ['UTF-16 the other way round', utf16('größe,b\n1,2', false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16('größe,b\n1,2', true, false), 'utf-16le'],
    ['UTF-16 the other way round, without a mark', utf16('größe,b\n1,2', false, false), 'utf-16be'],
  ])('are read as %s', async (_, content, encoding) => {
    const recognition = await bytes('a.csv', content)
    expect(table(recognition)).toEqual([
      ['größe', 'b'],
      ['1', '2'],
    ])
    expect(taken(recognition).encoding).toBe(encoding)
    expect(recognition.problems).toEqual([])
  })

  it('that are no Unicode are read as spreadsheets write them, and that is told', async () => {
    const recognition = await bytes('a.csv', new Uint8Array([0x67, 0x72, 0xf6, 0xdf, 0x65, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32]))
    expect(table(recognition)[0]).toEqual(['größe', 'b'])
    expect(codes(recognition)).toEqual(['bad-encoding'])
  })

  it('are read in the encoding that somebody says', async () => {
    expect(taken(await bytes('a.csv', utf8('a,b\n1,2'), { encoding: 'windows-1252' })).encoding).toBe('windows-1252')
  })

  it('of pasted text have no encoding, and a mark at its start is no part of the first name', async () => {
    const recognition = taken(await text('', '\ufeffa,b\n1,2'))
    expect(recognition.encoding).toBeNull()
    expect(recognition.columns[0]?.name).toBe('a')
  })

  it.each<readonly [string, Uint8Array | string, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', '  \n\t\r\n', 'empty'],
    ['a mark alone', utf8('\ufeff'), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
    ['control characters', new Uint8Array(200).fill(3), 'binary'],
    ['an old spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-spreadsheet'],
    ['too much', new Uint8Array(MAX_FILE_BYTES), 'file-too-large'],
    ['too much text', 'x'.repeat(MAX_FILE_BYTES), 'file-too-large'],
    ['a header alone', 'a,b\n', 'no-rows'],
  ])('are refused where there is %s', async (_, content, code) => {
    const recognition = await recognise({ name: 'x', content })
    expect(recognition.ok).toBe(false)
    expect(codes(recognition)).toEqual([code])
  })

  it('are refused with their size and the limit', async () => {
    const { problems } = await bytes('a.csv', new Uint8Array(MAX_FILE_BYTES))
    expect(problems[0]?.values).toEqual({ bytes: MAX_FILE_BYTES, limitBytes: MAX_FILE_BYTES })
  })
})

describe('tables', { timeout: 30_000 }, () => {
  it('with ragged lines are taken, each line that is one named', async () => {
    const recognition = await text('a.csv', 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n"x\ny",2\n1,2,3,,')
    expect(table(recognition)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['1', '2', ''],
      ['1', '2', '3'],
      ['x\ny', '2', ''],
      ['1', '2', '3'],
    ])
    expect(codes(recognition)).toEqual(['short-line 3', 'long-line 4', 'short-line 5'])
    expect(recognition.problems[1]?.values).toEqual({ expected: 3, found: 4 })
  })

  it('with a fault in every line tell the first ones and count the rest', async () => {
    const recognition = await text('a.csv', `a,b\n${'1\n'.repeat(500)}`)
    expect(recognition.problems).toHaveLength(101)
    expect(recognition.problems.at(-1)).toMatchObject({ code: 'more-problems', values: { count: 400 } })
  })

  it('with a name twice are refused, with the names', async () => {
    const recognition = await text('a.csv', 'a,b, a ,b,c\n1,2,3,4,5')
    expect(recognition.ok).toBe(false)
    expect(recognition.problems).toEqual([{ code: 'duplicate-headers', severity: 'error', line: 1, values: { names: 'a, b' } }])
  })

  it('with a nameless column get a name for it where it holds something', async () => {
    const recognition = await text('a.csv', 'a,,column 2,\n1,2,3,')
    expect(table(recognition)).toEqual([
      ['a', 'column 2*', 'column 2'],
      ['1', '2', '3'],
    ])
    expect(codes(recognition)).toEqual(['unnamed-column'])
  })

  it('with mixed line ends are read whole', async () => {
    const recognition = await text('a.csv', 'a,b\r\n1,2\n3,4\r5,6')
    expect(table(recognition)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(codes(recognition)).toEqual(['mixed-newlines'])
  })

  it('with a quote that never closes are refused with its line; in tab-separated text it is a quote', async () => {
    expect(codes(await text('a.csv', 'a,b\n1,2\n"3,4'))).toEqual(['unclosed-quote 3'])
    const pasted = await text('', 'a\tb\n"3\t4')
    expect(table(pasted)[1]).toEqual(['"3', '4'])
    expect(codes(pasted)).toEqual(['stray-quote 2'])
  })

  it('tell of half characters and zeros, and keep them', async () => {
    const recognition = await text('', '[{"a":"\\ud800"},{"a":"x\\u0000y"}]')
    expect(table(recognition)).toEqual([['a'], ['\ud800'], ['x\0y']])
    expect(codes(recognition)).toEqual(['lone-surrogate', 'nul-character'])
  })

  it('of more rows than fit are offered in part, of far more refused', async () => {
    const many = await text('a.csv', `a\n${'1\n'.repeat(MAX_PLACED_ROWS + 1)}`)
    expect(many.problems).toEqual([
      { code: 'rows-beyond-size', severity: 'warning', line: null, values: { rows: MAX_PLACED_ROWS + 1, offered: MAX_PLACED_ROWS } },
    ])
    expect(taken(await text('a.csv', `a\n${'1\n'.repeat(MAX_READ_ROWS)}`)).rows).toHaveLength(MAX_READ_ROWS)
    const tooMany = await text('a.csv', `a\n${'1\n'.repeat(MAX_READ_ROWS + 1)}`)
    expect(tooMany).toMatchObject({ ok: false, problems: [{ code: 'too-many-rows', values: { limit: MAX_READ_ROWS } }] })
  })

  it('of too many columns are refused', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `c${index}`)
    expect(codes(await text('a.csv', `${names.join(',')}\n${names.join(',')}`))).toEqual(['too-many-columns'])
    const record = Object.fromEntries(names.map((name) => [name, 1]))
    expect(codes(await text('', JSON.stringify([record])))).toEqual(['too-many-columns'])
  })
})

describe('JSON', { timeout: 30_000 }, () => {
  it('objects become rows, with a column for each name in the order of first use', async () => {
    expect(table(await text('', '[{"b":"x","a":1},{"c":true,"a":null}]'))).toEqual([
      ['b', 'a', 'c'],
      ['x', '1', ''],
      ['', '', 'true'],
    ])
  })

  it('values keep every digit and their structure', async () => {
    const recognition = await text('', '[{"n":12345678901234567890,"f":1.50,"o":{"a":[1,{"b":null}]}}]')
    expect(table(recognition)[1]).toEqual(['12345678901234567890', '1.5', '{"a": [1, {"b": null}]}'])
  })

  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['{"data":[{"a":1}],"count":1}', [['a'], ['1']]],
    [
      '[["a","b"],["1",2]]',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['["x","y"]', [['value'], ['x'], ['y']]],
    [
      '{"a":"x","b":[1,2]}',
      [
        ['a', 'b'],
        ['x', '[1, 2]'],
      ],
    ],
  ])('%s is a table', async (content, expected) => {
    expect(table(await text('', content))).toEqual(expected)
  })

  it('names of prototypes are names', async () => {
    const recognition = await text('', '[{"__proto__":"p","constructor":"c","toString":"t"}]')
    expect(table(recognition)).toEqual([
      ['__proto__', 'constructor', 'toString'],
      ['p', 'c', 't'],
    ])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['p']).toBeUndefined()
  })

  it('with a fault is refused with its line', async () => {
    const recognition = await text('a.json', '[\n {"a": 1},\n {"a": }\n]')
    expect(recognition.ok).toBe(false)
    expect(codes(recognition)).toEqual(['json-syntax 3'])
  })

  it('lines with faults are left out, each named, and the others taken', async () => {
    const recognition = await text('a.jsonl', '{"a":1}\n{"a":\n\n[1]\n{"a":2}')
    expect(table(recognition)).toEqual([['a'], ['1'], ['2']])
    expect(codes(recognition)).toEqual(['json-syntax 2', 'not-an-object 4'])
  })

  it('without one good line is refused', async () => {
    expect((await text('a.jsonl', 'no\njson\nat all')).ok).toBe(false)
  })

  it('of great depth is left out and told', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    expect(codes(await text('a.jsonl', `{"a":"x"}\n{"a":${deep}}`))).toEqual(['too-deep 2'])
  })

  it.each([
    ['a request', '{"model":"m","messages":[{"role":"user","content":"x"}],"deep":', '}'],
    ['a snapshot', '{"v":1,"prompt":{},"rows":', '}'],
    ['a configuration of promptfoo', '{"prompts":["x"],"tests":[{"vars":{"a":', '}}]}'],
    ['a table', '[{"a":', '}]'],
  ])('of a depth that no stack holds, in %s, is refused', async (_, before, after) => {
    const content = `${before}${'['.repeat(100_000)}"]\\""${']'.repeat(100_000)}${after}`
    expect(await text('', content)).toMatchObject({ ok: false, problems: [{ code: 'too-deep' }] })
  })

  it('of too many rows is refused', async () => {
    expect(codes(await text('', `[${'{"a":1},'.repeat(MAX_READ_ROWS)}{"a":1}]`))).toEqual(['too-many-rows'])
    expect(codes(await text('a.jsonl', '{"a":1}\n'.repeat(MAX_READ_ROWS + 1)))).toEqual(['too-many-rows'])
  })
})
