import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMAT_READERS } from '../formats/registry.ts'
import { autoMap } from '../mapping/auto-map.ts'
import { place } from '../mapping/place.ts'
import { MAX_PLACED_ROWS } from './limits.ts'
import { FORMAT_IDS } from './format-id.ts'
import { recognise } from './recognise.ts'
import type { RecogniseOptions, Recognition } from './recognition.ts'

/** One good file of each kind, to be broken. */
const GOOD: readonly string[] = [
  'text,__expected,__metadata:owner\nhello,contains: x,ada\n"two\nlines",,\n',
  'a\tb\n1\t2\n',
  '[{"a":1,"b":{"c":[true,null]}},{"a":"x"}]',
  '{"a":1}\n{"a":2}\n',
  '{"item":{"q":"a"},"sample":{"output_text":"b"}}\n{"item":{"q":"c"}}\n',
  '{"input":[{"role":"system","content":"s"},{"role":"user","content":"q"}],"ideal":["a","b"]}\n{"input":"q","ideal":"a"}\n',
  '{"messages":[{"role":"user","content":"a {{x}}"},{"role":"assistant","content":"b","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}]}\n',
  '{"v":1,"mode":"chat","prompt":{"messages":[{"role":"user","content":[{"type":"text","text":"x"}]}],"llmConfig":{"model":"m","stop":["x"],"tools":[{"type":"function","function":{"name":"f"}}]},"templateFormat":"curly"},"rows":[{"data":{"a":"1"},"history":[{"role":"user","content":"x"}]}]}',
  '{"kind":"vitrine-configuration","v":1,"mode":"chat","variants":[{"name":"A","messages":[],"templateFormat":"jinja2","llmConfig":{"model":"m"}}],"checks":[{"type":"regex","pattern":"a"}]}',
  '{"kind":"vitrine-conversation","v":1,"name":"x","conversations":[{"variant":"A","model":"m","inputs":{"a":"1"},"messages":[{"role":"user","content":"1"}]}]}',
  '{"case":1,"variant":"A","inputs":{"text":"x"},"expected":"y","status":"done"}\n{"case":1,"variant":"B","inputs":{"text":"x"},"status":"done"}\n',
  '{"model":"gpt-4o","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f","parameters":{}}}],"response_format":{"type":"json_object"}}',
  '{"model":"gpt-5","input":[{"role":"user","content":[{"type":"input_text","text":"a"}]},{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}],"text":{"format":{"type":"text"}}}',
  '{"model":"claude-x","system":"s","messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"x"}]}]}],"max_tokens":5,"thinking":{"type":"enabled","budget_tokens":5}}',
  `curl https://x.example/v1/chat/completions -H 'Authorization: Bearer k' -d '{"model":"m","messages":[{"role":"user","content":"x"}]}'`,
  'prompts:\n  - Say {{a}}\n  - [{role: user, content: x}]\nproviders: [{id: openai:m, config: {temperature: 0}}]\ntests:\n  - vars: {a: [1, 2]}\n    assert: [{type: is-json, value: {type: object}}]\ndefaultTest: {assert: [{type: javascript, value: x}]}\n',
]

/** Places the rows too: what was recognised has to be usable. */
async function tried(content: string | Uint8Array, name: string, options: RecogniseOptions = {}): Promise<Recognition> {
  const recognition = await recognise({ name, content }, options)
  const rows = recognition.ok ? recognition.rows : []
  const placement = recognition.ok ? place({ columns: ['a'], rows: [] }, recognition, autoMap(recognition, ['a']), 'append') : { rows: [] }
  expect(placement.rows.length).toBe(Math.min(rows.length, MAX_PLACED_ROWS))
  expect(rows.every(({ cells }) => recognition.ok && cells.length === recognition.columns.length)).toBe(true)
  // An error refuses the file, and nothing but an error does.
  expect(recognition.problems.some(({ severity }) => severity === 'error')).toBe(!recognition.ok)
  return recognition
}

const good = fc.constantFrom(...GOOD)
const mark = fc.constantFrom(
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\\',
  '\0',
  '\ud800',
  'null',
  '1e999',
  '-',
  '&a ',
  '*a',
  '!!x ',
  '\t',
  '$',
)
const names = fc.constantFrom('', 'a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.yaml', 'a.xlsx', 'a.txt')

describe('whatever a file holds', { timeout: 30_000 }, () => {
  it.each(GOOD)('a good one is taken: %s', async (content) => {
    expect((await tried(content, '')).ok).toBe(true)
  })

  it('any text is recognised or refused with a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), names, async (content, name) => {
        await tried(content, name)
      }),
      { numRuns: 300 },
    )
  })

  it('any bytes are', async () => {
    const magic = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xd0, 0xcf, 0x11, 0xe0])
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 200 }), names, async (start, rest, name) => {
        await tried(new Uint8Array([...start, ...rest]), name)
      }),
      { numRuns: 300 },
    )
  })

  it('good files that were damaged are', async () => {
    await fc.assert(
      fc.asyncProperty(
        good,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), mark), { minLength: 1, maxLength: 4 }),
        names,
        async (content, cuts, name) => {
          const broken = cuts.reduce((text, [at, length, put]) => {
            const start = text.length === 0 ? 0 : at % text.length
            return text.slice(0, start) + put + text.slice(start + length)
          }, content)
          await tried(broken, name)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('JSON of any shape under the names that formats look at is', async () => {
    const key = fc.constantFrom(
      'v',
      'kind',
      'prompt',
      'rows',
      'messages',
      'model',
      'input',
      'ideal',
      'item',
      'role',
      'content',
      'data',
      'prompts',
      'providers',
      'tests',
      'vars',
      'assert',
      'type',
      'value',
      'tools',
      'system',
      '__proto__',
      'constructor',
      'case',
      'inputs',
      'status',
    )
    const word = fc.constantFrom(
      'user',
      'assistant',
      'text',
      'vitrine-configuration',
      'vitrine-conversation',
      'chat',
      'curly',
      'file://x',
      'function',
      'equals',
      '',
    )
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        word,
        fc.constantFrom(0, 1, 2, -1, 1.5, null, true),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom<RecogniseOptions>({}, ...FORMAT_IDS.map((format) => ({ format }))), async (held, options) => {
        await tried(JSON.stringify(held), '', options)
      }),
      { numRuns: 500 },
    )
  })

  it('a good file said to be of another kind is', async () => {
    for (const content of GOOD)
      for (const format of FORMAT_IDS) {
        const { problems } = await tried(content, '', { format })
        expect(problems.every(({ values }) => typeof values === 'object')).toBe(true)
      }
  })

  it('nothing of it changes what objects are', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const hostile = '{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}}}'
    for (const content of [
      `[${hostile}]`,
      `{"messages":[{"role":"user","content":"x"}],"model":"m","tools":[${hostile}],"extra":${hostile}}`,
      `prompts: [x]\ntests: [{vars: ${hostile}}]`,
    ]) {
      await tried(content, '')
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(({} as Record<string, unknown>)['hacked']).toBeUndefined()
  })
})

describe('the same thing over and over', { timeout: 30_000 }, () => {
  const PIECES = [
    '"',
    "'",
    '{',
    '[',
    '{{',
    '{{ a ',
    '{% ',
    '\\',
    '\n',
    '\r',
    ' ',
    '\t',
    ',',
    ';',
    '=',
    "'=",
    '- ',
    '- - ',
    'a: ',
    '&a ',
    '*a ',
    '!!x ',
    '<<: ',
    '| ',
    '> ',
    '# ',
    '{"a":',
    '["',
    '"a",',
    '"\\"',
    '1',
    '-',
    '1e',
    'a',
    'é',
    '\0',
    'input:"',
    'contains:',
    '((',
    'file://',
    "$'",
    '-d ',
    '\\\n',
  ]
  const STARTS = [
    '',
    'curl ',
    "curl -d '",
    'prompts: ',
    'prompts: "',
    'a,b\n',
    '{"model":"m","messages":[{"role":"user","content":"',
    '{"v":1,"prompt":',
  ]

  it.each(PIECES)('%j is read in one pass', async (piece) => {
    for (const start of STARTS) {
      for (const name of ['', 'a.csv', 'a.json', 'a.jsonl', 'a.yaml']) {
        await tried(start + piece.repeat(300), name)
      }
    }
    expect((await tried(piece.repeat(30_000), 'a.csv')).format).not.toBe('xlsx')
    expect((await tried(piece.repeat(30_000), 'a.json')).format).not.toBe('xlsx')
  })
})

describe('the registry', () => {
  it.each(FORMAT_IDS)('has a reader for %s', async (format) => {
    expect(typeof (await FORMAT_READERS[format]())).toBe('function')
  })
})
