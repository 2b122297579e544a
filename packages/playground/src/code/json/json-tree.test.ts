import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonNode, plainText, slottedText } from './json-node.ts'
import { broken, type JsonSyntax, layout } from './layout.ts'
import { MAX_DEPTH, readJson } from './read-json.ts'
import { stringLiteral } from './string-literal.ts'
import { textsOf, walkJson } from './walk-json.ts'

const one = { name: 'one', marker: 'slot0x', value: '' }
const two = { name: 'two', marker: 'slot1x', value: '' }

const json: JsonSyntax = {
  indent: '  ',
  padding: ' ',
  trailingComma: false,
  literal: String,
  number: (digits) => digits,
  text: (text) => stringLiteral(plainText(text) ?? ''),
  name: (text) => stringLiteral(plainText(text) ?? ''),
  lines: null,
}
const read = (text: string): JsonNode => readJson(text, []) ?? { kind: 'literal', value: null }

describe('a text with places', () => {
  it('is cut at its markers', () => {
    expect(slottedText('a slot0x b slot1xslot0x', [one, two])).toEqual(['a ', { parameter: 0 }, ' b ', { parameter: 1 }, { parameter: 0 }])
    expect(slottedText('slot0x', [one])).toEqual([{ parameter: 0 }])
    expect(slottedText('plain', [one])).toEqual(['plain'])
    expect(slottedText('', [one])).toEqual([])
  })

  it('is plain where nothing is put into it', () => {
    expect([plainText([]), plainText(['a']), plainText([{ parameter: 0 }]), plainText(['a', { parameter: 0 }])]).toEqual([
      '',
      'a',
      null,
      null,
    ])
  })
})

describe('JSON that is read', () => {
  it('has places in texts and in names', () => {
    expect(readJson('{"slot0x": ["x slot0x", true, null]}', [one])).toEqual({
      kind: 'object',
      members: [
        [
          [{ parameter: 0 }],
          {
            kind: 'list',
            items: [
              { kind: 'text', text: ['x ', { parameter: 0 }] },
              { kind: 'literal', value: true },
              { kind: 'literal', value: null },
            ],
          },
        ],
      ],
    })
  })

  it.each([
    ['1', '1'],
    ['-0', '-0.0'],
    ['1.50', '1.5'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e999', '1e999'],
    ['-1e999', '-1e999'],
  ])('keeps the number %s as %s', (text, digits) => {
    expect(read(text)).toEqual({ kind: 'number', digits })
  })

  it('is null where it is none, and refused where it is nested too deep', () => {
    expect(readJson('{', [])).toBeNull()
    expect(readJson('', [])).toBeNull()
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readJson(nested(MAX_DEPTH), [])).not.toBeNull()
    expect(() => readJson(nested(MAX_DEPTH + 1), [])).toThrow(RangeError)
    expect(() => readJson(nested(3000), [])).toThrow(RangeError)
  })

  it('is walked with the place of everything', () => {
    const tree = readJson('{"a": [1, {"b": "x"}], "slot0x": 2}', [one])
    expect([...walkJson(tree ?? read('null'))].map(({ path, node }) => `${path} ${node.kind}`)).toEqual([
      ' object',
      'a list',
      'a[0] number',
      'a[1] object',
      'a[1].b text',
      '… number',
    ])
    expect([...textsOf(tree ?? read('null'))]).toEqual([['a'], [{ parameter: 0 }], ['b'], ['x']])
  })
})

describe('JSON that is laid out', () => {
  it('is the same JSON', () => {
    const value = fc.jsonValue({ maxDepth: 5, noUnicodeString: false })
    fc.assert(
      fc.property(value, (given) => {
        const text = JSON.stringify(given)
        const laidOut = layout(read(text), json)
        expect(JSON.stringify(JSON.parse(laidOut))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('keeps small things in one line and puts large ones under each other, the same way each time', () => {
    const text = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'x'.repeat(90) }], tools: [], stop: {} })
    expect(layout(read(text), json)).toBe(
      [
        '{',
        '  "model": "m",',
        '  "messages": [',
        '    {',
        '      "role": "user",',
        `      "content": "${'x'.repeat(90)}"`,
        '    }',
        '  ],',
        '  "tools": [],',
        '  "stop": {}',
        '}',
      ].join('\n'),
    )
    expect(layout(read('{"a":[1,{"b":null}]}'), json)).toBe('{ "a": [1, { "b": null }] }')
    expect(layout(read('{"a":[1,{"b":null}]}'), { ...json, padding: '' })).toBe('{"a": [1, {"b": null}]}')
  })

  it('puts more under each other than fits into a line', () => {
    const list = (count: number) => layout(read(JSON.stringify(Array.from({ length: count }, () => 12_345_678))), json)
    expect(list(10)).toBe(`[${Array.from({ length: 10 }, () => '12345678').join(', ')}]`)
    expect(list(10).length).toBe(100)
    expect(list(11).split('\n')).toHaveLength(13)
    expect(layout(read(JSON.stringify({ a: { b: Array.from({ length: 10 }, () => 12_345_678) } })), json)).toContain('"b": [\n')
  })

  it('shows a long text line by line where the language can', () => {
    const lines: JsonSyntax = { ...json, trailingComma: true, lines: (texts, indent) => texts.join(` +\n${indent}  `) }
    const content = 'The first line of a prompt.\n\nThe second one.\nThe last one.\n'
    expect(layout(read(JSON.stringify({ content })), lines)).toBe(
      '{\n  "content": "The first line of a prompt.\\n\\n" +\n    "The second one.\\n" +\n    "The last one.\\n",\n}',
    )
    expect(layout(read('{"content":"a\\nb"}'), lines)).toBe('{ "content": "a\\nb" }')
    expect(layout(read(JSON.stringify('a line of a very long text\n'.repeat(1000))), lines)).not.toContain('+')
  })

  it('keeps the brackets of nothing together', () => {
    expect(broken('(', [], ')', json, '')).toBe('()')
    expect(broken('(', ['a'], ')', { indent: '    ', trailingComma: true }, '  ')).toBe('(\n      a,\n  )')
  })
})
