import type { Message, ResponseFormat } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createTemplateCache } from '../template-cache.ts'
import { DEFAULT_BUDGET } from '../template-limits.ts'
import type { ParsedTemplate } from '../template-format.ts'
import { renderPrompt } from './render-prompt.ts'

const schemaOf = (schema: Readonly<Record<string, unknown>>, name = 'answer'): ResponseFormat => ({
  type: 'json_schema',
  jsonSchema: { name, schema },
})

describe('renderPrompt', () => {
  it('renders message text and text parts, and leaves everything else alone', () => {
    const image = { type: 'image_url', imageUrl: { url: 'https://example.org/{{v}}.png' } } as const
    const file = { type: 'file', file: { fileId: '{{v}}' } } as const
    const messages: readonly Message[] = [
      { role: 'system', content: 'Be {{v}}.', name: '{{v}}' },
      { role: 'user', content: [{ type: 'text', text: '{{v}}!' }, image, file, { type: 'text', text: 'plain' }] },
      {
        role: 'assistant',
        content: null,
        toolCalls: [{ id: '{{v}}', type: 'function', function: { name: '{{v}}', arguments: '{"x": "{{v}}"}' } }],
      },
      { role: 'tool', content: '{{ v }}', toolCallId: '{{v}}' },
      { role: 'assistant' },
    ]
    expect(renderPrompt({ format: 'curly', messages }, { v: '{{w}}' })).toEqual({
      ok: true,
      messages: [
        { role: 'system', content: 'Be {{w}}.', name: '{{v}}' },
        { role: 'user', content: [{ type: 'text', text: '{{w}}!' }, image, file, { type: 'text', text: 'plain' }] },
        messages[2],
        { role: 'tool', content: '{{w}}', toolCallId: '{{v}}' },
        { role: 'assistant' },
      ],
    })
  })

  it('renders keys and values of the response format, whatever they are nested in', () => {
    const responseFormat = schemaOf({ '{{k}}': { enum: ['{{v}}', 1, null, { title: 'is {{v}}' }] }, type: 'object' }, '{{k}}_answer')
    expect(renderPrompt({ format: 'curly', messages: [], responseFormat }, { k: 'colour', v: 'red' })).toEqual({
      ok: true,
      messages: [],
      responseFormat: schemaOf({ colour: { enum: ['red', 1, null, { title: 'is red' }] }, type: 'object' }, 'colour_answer'),
    })
  })

  it('passes formats without a schema as they are', () => {
    const responseFormat = { type: 'json_object' } as const
    expect(renderPrompt({ format: 'fstring', messages: [], responseFormat }, {})).toEqual({ ok: true, messages: [], responseFormat })
  })

  it('makes a rendered key __proto__ a key', () => {
    const result = renderPrompt({ format: 'curly', messages: [], responseFormat: schemaOf({ '{{k}}': { x: 1 } }) }, { k: '__proto__' })
    const schema = result.ok && result.responseFormat?.type === 'json_schema' ? result.responseFormat.jsonSchema.schema : undefined
    expect(JSON.stringify(schema)).toBe('{"__proto__":{"x":1}}')
    expect(schema !== undefined && 'x' in schema).toBe(false)
  })

  it('reports the missing variables of all texts at once, at the first place where one is missing', () => {
    const messages: readonly Message[] = [
      { role: 'system', content: 'fine {{ok}}' },
      {
        role: 'user',
        content: [
          { type: 'text', text: '{{ok}}' },
          { type: 'text', text: 'x\n{{b}} {{c}}' },
        ],
      },
      { role: 'user', content: '{{a}} {{b}} {{Ok}}' },
    ]
    const responseFormat = schemaOf({ title: '{{z}}' })
    expect(renderPrompt({ format: 'curly', messages, responseFormat }, { ok: '1' })).toMatchObject({
      ok: false,
      location: 'messages[1].content[1].text',
      problem: {
        code: 'missing_variables',
        names: ['Ok', 'a', 'b', 'c', 'z'],
        candidates: { Ok: ['ok'] },
        position: { line: 2, column: 1 },
      },
    })
  })

  it('puts a broken template before missing variables, and says where it is', () => {
    const messages: readonly Message[] = [
      { role: 'system', content: '{missing}' },
      { role: 'user', content: 'broken {' },
    ]
    expect(renderPrompt({ format: 'fstring', messages }, {})).toMatchObject({
      ok: false,
      location: 'messages[1].content',
      problem: { code: 'template_syntax', position: { line: 1, column: 8 } },
    })
  })

  it('names places in the response format as they stand on the wire', () => {
    const responseFormat = schemaOf({ properties: { a: { enum: ['x', '{{v}}'] } } })
    expect(renderPrompt({ format: 'curly', messages: [], responseFormat }, {})).toMatchObject({
      location: 'response_format.json_schema.schema.properties.a.enum[1]',
    })
    expect(renderPrompt({ format: 'curly', messages: [], responseFormat: schemaOf({ '{{k}}': 1 }) }, {})).toMatchObject({
      location: 'response_format.json_schema.schema.{{k}}',
    })
  })

  it('holds the output of all texts together to the budget', () => {
    const messages: readonly Message[] = [
      { role: 'user', content: '{{v}}' },
      { role: 'user', content: '{{v}}' },
    ]
    const prompt = { format: 'curly', messages } as const
    expect(renderPrompt(prompt, { v: 'x'.repeat(50) }, { ...DEFAULT_BUDGET, maxOutput: 100 }).ok).toBe(true)
    expect(renderPrompt(prompt, { v: 'x'.repeat(51) }, { ...DEFAULT_BUDGET, maxOutput: 100 })).toMatchObject({
      ok: false,
      location: 'messages[1].content',
      problem: { code: 'template_limit' },
    })
  })

  it('gives each text only the output and the time that the ones before it left', () => {
    const seen: (readonly [number, number])[] = []
    const template: ParsedTemplate = {
      format: 'jinja2',
      source: '',
      variables: [],
      placeholders: [],
      render: (_inputs, { maxOutput, maxMs }) => {
        seen.push([maxOutput, maxMs])
        return 'four'
      },
    }
    const messages = Array.from({ length: 4 }, (): Message => ({ role: 'user', content: 'x' }))
    let clock = 0
    const now = (): number => (clock += 100)
    renderPrompt({ format: 'jinja2', messages }, {}, { ...DEFAULT_BUDGET, maxOutput: 100, now }, { parse: () => ({ ok: true, template }) })
    expect(seen).toEqual([
      [100, 150],
      [96, 50],
      [92, 0],
      [88, 0],
    ])
  })

  it('takes a thousand texts with placeholders and no more', () => {
    const many = (count: number): readonly Message[] => Array.from({ length: count }, (): Message => ({ role: 'user', content: '{{v}}' }))
    const plain = Array.from({ length: 2000 }, (): Message => ({ role: 'user', content: 'plain' }))
    expect(renderPrompt({ format: 'curly', messages: [...many(1000), ...plain] }, { v: '' }).ok).toBe(true)
    expect(renderPrompt({ format: 'curly', messages: many(1001) }, { v: '' })).toMatchObject({
      ok: false,
      problem: { code: 'template_limit' },
    })
  })

  it('refuses a response format that is nested beyond measure', () => {
    const schema = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`) as Readonly<Record<string, unknown>>
    expect(renderPrompt({ format: 'curly', messages: [], responseFormat: schemaOf(schema) }, {})).toMatchObject({
      ok: false,
      location: 'response_format',
      problem: { code: 'template_limit' },
    })
  })

  it('reads its templates through the cache it is given', () => {
    const cache = createTemplateCache(10)
    const messages: readonly Message[] = [{ role: 'user', content: '{{v}}' }]
    renderPrompt({ format: 'curly', messages }, { v: 1 }, DEFAULT_BUDGET, cache)
    renderPrompt({ format: 'curly', messages }, { v: 2 }, DEFAULT_BUDGET, cache)
    expect(cache.size).toBe(1)
  })
})
