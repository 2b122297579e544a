import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Check } from '../../checks/check.ts'
import { isObject, member } from '../data/json-object.ts'
import type { ExportSource } from './export-source.ts'
import { fakeResult, fakeRow, fakeSource, fakeVariant } from './fake-export-source.ts'
import { EXPORT_IDS, type ExportId, exportAs } from './registry.ts'

const losses = async (id: ExportId, source: ExportSource) =>
  (await exportAs(id, source)).losses.map(({ code, values }) => [code, ...Object.values(values)].join(' '))
const lines = async (id: ExportId, source: ExportSource) => (await exportAs(id, source)).text.split(/\r?\n/).slice(0, -1)
const json = async (id: ExportId, source: ExportSource) =>
  (await lines(id, source)).map((line) => JSON.parse(line) as Record<string, unknown>)

const USAGE = { inputTokens: 40, outputTokens: 18, totalTokens: 58, cachedTokens: 8, reasoningTokens: 3, source: 'provider' as const }
const TIMES = { sentMs: 10, firstEventMs: 100, firstTokenMs: 210, endMs: 1110 }
const answered = fakeResult('1', 'Hola, "mundo"\n=x', {
  usage: USAGE,
  times: TIMES,
  cost: { totalUsd: 0.000031, source: 'provider' },
  model: 'gpt-4o-mini-2024',
  traceId: 't'.repeat(32),
  spanId: 's'.repeat(16),
  request: { url: 'http://127.0.0.1/x', body: { inputs: {} } },
  response: { version: '3.0' },
})
const failed = fakeResult('2', 'part', { state: 'failed', failure: { code: 'provider_rate_limited', message: 'Too fast' } })

describe('every export', { timeout: 30_000 }, () => {
  it.each(EXPORT_IDS)('%s names its file, its kind, and shows how it begins', async (id) => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      fakeRow(String(index), { text: `line ${index} ${'x'.repeat(300)}` }, { expected: 'y' }),
    )
    const file = await exportAs(id, fakeSource({ name: 'Größe: a/b?', rows }))
    expect(file.fileName).toMatch(/^Größe-a-b[.a-z-]*\.(csv|json|jsonl|yaml|md|html)$/)
    expect(file.mediaType).toMatch(/^(text|application)\/[a-z]+$/)
    expect(file.previewLines.length).toBeGreaterThan(0)
    expect(file.previewLines.length).toBeLessThanOrEqual(12)
    expect(file.previewLines.every((line) => line.length <= 201)).toBe(true)
    // A report begins with its styles, so its preview says what it is about.
    expect(id === 'report' || file.text.startsWith(file.previewLines[0]?.slice(0, 50) ?? 'nothing')).toBe(true)
    expect(file.text).toContain(file.previewLines[0]?.slice(0, 50) ?? 'nothing')
    expect(file.text.endsWith('\n')).toBe(true)
  })

  it.each(EXPORT_IDS)('%s of nothing is a file all the same', async (id) => {
    const file = await exportAs(id, fakeSource({ name: '///', rows: [], columns: [] }))
    expect(file.fileName).toMatch(/^vitrine/)
  })

  it.each(EXPORT_IDS)('%s changes nothing of what it is given', async (id) => {
    const source = fakeSource({ results: [answered, failed], checks: [{ type: 'is-json' }] })
    const before = JSON.stringify(source)
    await exportAs(id, source)
    expect(JSON.stringify(source)).toBe(before)
  })

  it('tells of characters that a text file cannot hold; JSON can', async () => {
    const source = fakeSource({ rows: [fakeRow('1', { text: 'a\ud800b' })] })
    expect(await losses('cases-csv', source)).toContain('half-characters 1')
    expect(await losses('openai-evals', source)).not.toContain('half-characters 1')
  })

  it('tells how many rows were not chosen', async () => {
    for (const id of ['results-csv', 'cases-csv', 'promptfoo', 'openai-evals', 'fine-tune'] as const) {
      expect(await losses(id, fakeSource({ leftOut: 3 }))).toContain('rows-left-out 3')
    }
  })
})

describe('results as a table', () => {
  const source = fakeSource({
    rows: [fakeRow('1', { text: '=SUM(A1)' }, { expected: 'Hola' }), fakeRow('2', { text: 'bye' })],
    results: [answered, failed],
  })

  it('has the inputs, then what came of them, with units in the names', async () => {
    const [head, ...rest] = (await exportAs('results-csv', source)).text.split('\r\n')
    expect(head).toBe(
      'text,case,variant,expected,output,status,error,latency_ms,ttft_ms,tokens_in,tokens_out,tokens_reasoning,tokens_cached,cost_usd,cost_source,model,trace_id,span_id,started_at,rating,note',
    )
    expect(rest[0]).toBe(
      `"'=SUM(A1)",1,A,Hola,"Hola, ""mundo""\n=x",done,,1100,200,40,18,3,8,0.000031,provider,gpt-4o-mini-2024,${'t'.repeat(32)},${'s'.repeat(16)},,,`,
    )
    expect(rest[1]).toBe('bye,2,A,,part,failed,Too fast,,,,,,,,,openai/gpt-4o-mini,,,,,')
  })

  it('has a line for each variant, also where nothing ran', async () => {
    const variants = [fakeVariant(), fakeVariant({ id: 'b', name: 'B', llmConfig: { model: 'm' } })]
    const rows = await lines('results-csv', { ...source, rows: [fakeRow('1', { text: 'x' })], variants, results: [] })
    expect(rows.slice(1)).toEqual(['x,1,A,,,ready,,,,,,,,,,openai/gpt-4o-mini,,,,,', 'x,1,B,,,ready,,,,,,,,,,m,,,,,'])
  })

  it('writes calls of tools where there is no text, and money that nobody knows as nothing', async () => {
    const call = { id: 'c', type: 'function' as const, function: { name: 'f', arguments: '{}' } }
    const result = fakeResult('1', '', { toolCalls: [call], cost: { totalUsd: null, source: 'unknown' } })
    const [line] = await json('results-jsonl', fakeSource({ rows: [fakeRow('1', {})], results: [result] }))
    expect(line).toMatchObject({ output: JSON.stringify([call]), cost_usd: null, cost_source: 'unknown' })
  })

  it('has what people said of an answer, safe against formulas', async () => {
    const result = { ...fakeResult('1', 'Yes.'), note: { rating: 'down' as const, text: '=too short' } }
    const noted = fakeSource({ rows: [fakeRow('1', { text: 'x' })], results: [result] })
    expect((await lines('results-csv', noted))[1]).toMatch(/,down,"?'=too short"?$/)
    expect((await json('results-jsonl', noted))[0]).toMatchObject({ rating: 'down', note: '=too short' })
  })

  it('marks inputs that are called like one of its own columns', async () => {
    const [head] = await lines('results-csv', fakeSource({ columns: ['output', 'text'] }))
    expect(head?.startsWith('"input:""output""",text,case')).toBe(true)
  })

  it('tells what it leaves out', async () => {
    const more = fakeSource({
      rows: [fakeRow('1', {}, { metadata: { a: 'b' }, history: [{ role: 'user', content: 'x' }], checks: [{ type: 'is-json' }] })],
      checks: [{ type: 'is-json' }],
    })
    expect((await losses('results-csv', more)).toSorted()).toEqual(['checks 2', 'histories 1', 'metadata 1', 'prompt'])
  })

  it('as lines holds what was sent and received', async () => {
    const [line] = await json('results-jsonl', source)
    expect(line).toMatchObject({
      case: 1,
      variant: 'A',
      inputs: { text: '=SUM(A1)' },
      expected: 'Hola',
      status: 'done',
      latency_ms: 1100,
      request: { inputs: {} },
      response: { version: '3.0' },
      wire: [],
    })
    expect(JSON.stringify(line)).not.toContain('127.0.0.1')
  })
})

describe('cases as a table', () => {
  it('types what is expected where the row checks it, and leaves it plain where it does not', async () => {
    const rows = [
      fakeRow('1', { text: 'a' }, { expected: 'A', checks: [{ type: 'equals' }, { type: 'contains', value: 'x' }] }),
      fakeRow('2', { text: 'b' }, { expected: 'B', metadata: { description: 'two', owner: 'ada' } }),
    ]
    expect(await lines('cases-csv', fakeSource({ rows }))).toEqual([
      'text,expected,__expected,__expected2,__description,__metadata:owner',
      'a,,A,contains:x,,',
      'b,B,,,two,ada',
    ])
  })

  it('tells which checks no cell can hold', async () => {
    const checks: readonly Check[] = [
      { type: 'max-tokens', maxTokens: 5 },
      { type: 'regex', pattern: 'a', flags: 'i' },
      { type: 'max-tokens', maxTokens: 9 },
    ]
    expect(
      await losses(
        'cases-csv',
        fakeSource({ rows: [fakeRow('1', { text: 'a' }, { checks })], results: [answered], checks: [{ type: 'is-json' }] }),
      ),
    ).toEqual(['prompt', 'results 1', 'checks 1', 'check-not-written max-tokens 2', 'check-not-written regex 1'])
  })
})

describe('a configuration for promptfoo', () => {
  const config = async (source: ExportSource) => parse((await exportAs('promptfoo', source)).text) as Record<string, unknown>
  const promptsOf = async (source: ExportSource) => {
    const { prompts } = await config(source)
    return Array.isArray(prompts) ? prompts.map((prompt: unknown) => (isObject(prompt) ? member(prompt, 'raw') : null)) : []
  }

  it('has prompts, models, cases and checks', async () => {
    const source = fakeSource({
      variants: [fakeVariant({ llmConfig: { model: 'openai/gpt-4o-mini', temperature: 0, topLogprobs: 2, extraBody: { store: true } } })],
      rows: [fakeRow('1', { text: 'hello' }, { expected: 'Hola', metadata: { description: 'greeting', owner: 'ada' } })],
      checks: [{ type: 'max-latency', maxLatencyMs: 100 }, { type: 'icontains' }],
    })
    expect(await config(source)).toEqual({
      description: 'My test',
      prompts: [{ label: 'A', raw: 'Say {{text}}' }],
      providers: [
        {
          id: 'openai:chat:gpt-4o-mini',
          label: 'A',
          config: { omitDefaults: true, temperature: 0, passthrough: { top_logprobs: 2, store: true } },
        },
      ],
      defaultTest: { assert: [{ type: 'latency', threshold: 100 }] },
      tests: [
        { description: 'greeting', vars: { text: 'hello' }, assert: [{ type: 'icontains', value: 'Hola' }], metadata: { owner: 'ada' } },
      ],
    })
    expect((await exportAs('promptfoo', source)).text.startsWith('# yaml-language-server: $schema=')).toBe(true)
  })

  it.each([
    ['curly', 'Say {{ text }}', 'Say {{text}}'],
    ['fstring', 'Say {text}', 'Say {{text}}'],
    ['mustache', 'Say {{{text}}}', 'Say {{text}}'],
    ['jinja2', 'Say {{ text }} now', 'Say {{ text }} now'],
    ['fstring', 'Use {user[name]} here', 'Use {{user.name}} here'],
  ] as const)('writes the placeholders of %s as {{x}}', async (templateFormat, content, raw) => {
    expect(await promptsOf(fakeSource({ variants: [fakeVariant({ templateFormat, messages: [{ role: 'user', content }] })] }))).toEqual([
      raw,
    ])
  })

  it('writes literal braces so that they stay braces', async () => {
    const source = fakeSource({
      variants: [fakeVariant({ templateFormat: 'fstring', messages: [{ role: 'user', content: 'Write {{{{x}}}} and {text}' }] })],
    })
    const [raw] = await promptsOf(source)
    expect(JSON.parse(String(raw))).toEqual([{ role: 'user', content: "Write {{ '{' }}{x}} and {{text}}" }])
  })

  it('writes several messages, and texts that would be taken for something else, as messages', async () => {
    const variant = (content: string) => fakeSource({ variants: [fakeVariant({ messages: [{ role: 'user', content }] })] })
    for (const content of [
      '[1] {{text}}',
      '- a list',
      'file://x y',
      'https://example.org is {{text}}',
      'word',
      '{"a": 1}',
      '{% if x %} y',
      'langfuse:x y',
    ]) {
      const [raw] = await promptsOf(variant(content))
      expect(JSON.parse(String(raw))).toMatchObject([{ role: 'user' }])
    }
    expect(await promptsOf(variant('Plain words'))).toEqual(['Plain words'])
  })

  it('renders a prompt once where a value has braces of its own', async () => {
    const [raw] = await promptsOf(fakeSource({ rows: [fakeRow('1', { text: '{{ 1 + 1 }}' })] }))
    expect(JSON.parse(String(raw))).toEqual([{ role: 'user', content: 'Say {{text}}' }])
  })

  it('asks each model its own prompt where they differ, and writes equal prompts once', async () => {
    const other = fakeVariant({
      id: 'b',
      name: 'B',
      messages: [{ role: 'user', content: 'Shout {{text}}' }],
      llmConfig: { model: 'anthropic/claude-x', maxTokens: 5 },
    })
    const same = fakeVariant({ id: 'c', name: 'C' })
    const { prompts, providers } = await config(fakeSource({ variants: [fakeVariant(), other, same] }))
    expect(prompts).toEqual([
      { label: 'A', raw: 'Say {{text}}' },
      { label: 'B', raw: 'Shout {{text}}' },
    ])
    expect(providers).toEqual([
      { id: 'openai:chat:gpt-4o-mini', label: 'A', config: { omitDefaults: true }, prompts: ['A'] },
      { id: 'anthropic:messages:claude-x', label: 'B', config: { max_tokens: 5 }, prompts: ['B'] },
      { id: 'openai:chat:gpt-4o-mini', label: 'C', config: { omitDefaults: true }, prompts: ['A'] },
    ])
  })

  it('writes tools and stops as the maker takes them', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'f', description: 'd', parameters: { type: 'object' } } }]
    const llmConfig = {
      model: 'anthropic/claude-x',
      tools,
      toolChoice: 'required' as const,
      stop: 'END',
      seed: 1,
      thinking: { type: 'enabled' as const, budgetTokens: 9 },
    }
    const source = fakeSource({ variants: [fakeVariant({ llmConfig })] })
    expect((await config(source))['providers']).toEqual([
      {
        id: 'anthropic:messages:claude-x',
        label: 'A',
        config: {
          thinking: { type: 'enabled', budget_tokens: 9 },
          tools: [{ name: 'f', description: 'd', input_schema: { type: 'object' } }],
          tool_choice: { type: 'any' },
          passthrough: { stop_sequences: ['END'] },
        },
      },
    ])
    expect(await losses('promptfoo', source)).toEqual(['settings seed'])
  })

  it('never names a file that the other tool would read or run', async () => {
    const rows = [
      fakeRow('1', { text: 'file:///etc/passwd', other: 'package:evil:run' }, { checks: [{ type: 'contains', value: 'file://x.js' }] }),
    ]
    const file = await exportAs('promptfoo', fakeSource({ columns: ['text', 'other'], rows }))
    expect(file.text).not.toMatch(/file:\/\/|package:/)
    expect(file.losses.map(({ code, values }) => [code, values])).toEqual([
      ['check-not-written', { type: 'contains', count: 1 }],
      ['value-names-file', { count: 2 }],
    ])
  })

  it('tells what else is not the same there', async () => {
    const source = fakeSource({
      mode: 'chat',
      columns: ['text', 'user-id'],
      variants: [
        fakeVariant({
          messages: [{ role: 'user', content: 'For {{user-id}}' }],
          llmConfig: { model: 'demo/writer', toolLoop: { results: {} } },
        }),
      ],
      rows: [fakeRow('1', { text: 'see {{text}}\n' }, { history: [{ role: 'user', content: 'x' }] })],
      checks: [{ type: 'max-tokens', maxTokens: 5 }],
      results: [answered],
    })
    expect((await losses('promptfoo', source)).toSorted()).toEqual([
      'chat-mode',
      'check-not-written max-tokens 1',
      'histories 1',
      'model-is-demo demo/writer',
      'results 1',
      'settings toolLoop',
      'value-is-template 1',
      'variable-name user-id',
    ])
  })

  it('tells of templates that cannot be written, and leaves them as they are', async () => {
    const variants = [fakeVariant({ templateFormat: 'mustache', messages: [{ role: 'user', content: '{{#list}}x{{/list}}' }] })]
    expect((await losses('promptfoo', fakeSource({ variants })))[0]).toMatch(/^template /)
    const broken = [fakeVariant({ templateFormat: 'fstring', messages: [{ role: 'user', content: 'a { b' }] })]
    expect(await losses('promptfoo', fakeSource({ variants: broken }))).toEqual(['template a { b A'])
  })
})

describe('an evaluation for OpenAI', () => {
  it('has an item a line, with the first answer, and an evaluation beside it', async () => {
    const source = fakeSource({
      rows: [fakeRow('1', { text: 'hello' }, { expected: 'Hola', checks: [{ type: 'equals' }] }), fakeRow('2', { text: 'bye' })],
      results: [fakeResult('1', 'Hola'), fakeResult('2', 'half', { state: 'stopped' })],
      checks: [{ type: 'icontains', value: '{{ text }}!' }, { type: 'rubric', rubric: 'polite', threshold: 0.7 }, { type: 'is-json' }],
    })
    expect(await json('openai-evals', source)).toEqual([
      { item: { text: 'hello', expected: 'Hola' }, sample: { output_text: 'Hola' } },
      { item: { text: 'bye', expected: '' } },
    ])
    const { companions, losses: lost } = await exportAs('openai-evals', source)
    expect(companions.map(({ fileName }) => fileName)).toEqual(['My-test-eval.json'])
    expect(JSON.parse(companions[0]?.text ?? '')).toEqual({
      name: 'My test',
      data_source_config: {
        type: 'custom',
        include_sample_schema: true,
        item_schema: {
          type: 'object',
          properties: { text: { type: 'string' }, expected: { type: 'string' } },
          required: ['text', 'expected'],
        },
      },
      testing_criteria: [
        { type: 'string_check', name: 'equals 1', operation: 'eq', input: '{{sample.output_text}}', reference: '{{item.expected}}' },
        { type: 'string_check', name: 'icontains 2', operation: 'ilike', input: '{{sample.output_text}}', reference: '{{item.text}}!' },
        {
          type: 'score_model',
          name: 'rubric 3',
          model: 'gpt-4o-mini',
          input: [
            { role: 'system', content: 'polite\n\nAnswer with a score from 0 to 1.' },
            { role: 'user', content: '{{sample.output_text}}' },
          ],
          range: [0, 1],
          pass_threshold: 0.7,
        },
      ],
    })
    expect(lost.map(({ code }) => code)).toEqual(['check-not-written', 'prompt'])
  })

  it('finds a name for what is expected that no variable has', async () => {
    const rows = [fakeRow('1', { expected: 'x', ideal: 'y' }, { expected: 'z' })]
    expect(await json('openai-evals', fakeSource({ columns: ['expected', 'ideal'], rows }))).toEqual([
      { item: { expected: 'x', ideal: 'y', reference: 'z' } },
    ])
  })
})

describe('examples for fine-tuning', () => {
  it('teach what is expected, or what was answered, and leave out the rest', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'f' } }]
    const source = fakeSource({
      variants: [fakeVariant({ llmConfig: { model: 'm', temperature: 1, tools } }), fakeVariant({ id: 'b', name: 'B' })],
      rows: [
        fakeRow('1', { text: 'a' }, { expected: 'A' }),
        fakeRow('2', { text: 'b' }),
        fakeRow('3', { text: 'c' }),
        fakeRow('4', {}, { expected: 'D' }),
      ],
      results: [fakeResult('1', 'wrong'), fakeResult('2', 'B'), fakeResult('3', 'cut', { state: 'stopped' })],
    })
    expect(await json('fine-tune', source)).toEqual([
      {
        messages: [
          { role: 'user', content: 'Say a' },
          { role: 'assistant', content: 'A' },
        ],
        tools,
      },
      {
        messages: [
          { role: 'user', content: 'Say b' },
          { role: 'assistant', content: 'B' },
        ],
        tools,
      },
    ])
    expect(await losses('fine-tune', source)).toEqual([
      'settings model, temperature',
      'rows-unfilled 1',
      'rows-without-answer 1',
      'other-variants 1',
    ])
  })

  it('are written as the API takes them, without thoughts', async () => {
    const history = [
      {
        role: 'assistant' as const,
        content: null,
        toolCalls: [{ id: 'c', type: 'function' as const, function: { name: 'f', arguments: '{}' } }],
        thinking: [{ text: 'hm' }],
      },
    ]
    const source = fakeSource({ mode: 'chat', rows: [fakeRow('1', { text: 'a' }, { history, expected: 'A' })] })
    const [line] = await json('fine-tune', source)
    expect(line?.['messages']).toEqual([
      { role: 'user', content: 'Say a' },
      { role: 'assistant', content: null, tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
      { role: 'assistant', content: 'A' },
    ])
    expect(await losses('fine-tune', source)).toContain('message-parts thinking')
  })
})

describe('conversations', () => {
  const source = fakeSource({
    mode: 'chat',
    variants: [fakeVariant({ messages: [{ role: 'system', content: 'Be {{text}}.' }], llmConfig: { model: 'm', temperature: 0 } })],
    rows: [
      fakeRow(
        '1',
        { text: 'kind' },
        {
          history: [
            {
              role: 'user',
              name: 'ada',
              content: [
                { type: 'text', text: 'Look:' },
                { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA' } },
                { type: 'file', file: { fileData: 'x', filename: 'a.pdf' } },
              ],
            },
            { role: 'assistant', content: null, toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '```' } }] },
          ],
          expected: 'x',
        },
      ),
      fakeRow('2', {}),
    ],
    results: [fakeResult('1', 'Nice.', { model: 'm-1' })],
  })

  it('are read by people', async () => {
    const file = await exportAs('conversation-markdown', source)
    expect(file.text).toBe(
      [
        '# 1 · A · m-1',
        '## system',
        'Be kind.',
        '## user (ada)',
        'Look:',
        '[image]',
        '[file: a.pdf]',
        '## assistant',
        '**f**',
        '````json\n```\n````',
        '## assistant',
        'Nice.',
      ].join('\n\n') + '\n',
    )
    expect(file.losses.map(({ code, values }) => [code, ...Object.values(values)].join(' '))).toEqual([
      'rows-unfilled 1',
      'expected 1',
      'settings temperature',
      'message-parts image_url',
      'message-parts file',
    ])
  })

  it('are read by us, with what was put in', async () => {
    const document = JSON.parse((await exportAs('conversation-json', source)).text) as { readonly conversations: readonly unknown[] }
    expect(document).toMatchObject({ kind: 'vitrine-conversation', v: 1, name: 'My test' })
    expect(document.conversations).toHaveLength(1)
    expect(document.conversations[0]).toMatchObject({ variant: 'A', model: 'm-1', inputs: { text: 'kind' } })
  })
})
