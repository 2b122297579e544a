import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowValues } from '../../state/row-values.ts'
import { recognise } from '../import/recognise.ts'
import { autoMap } from '../mapping/auto-map.ts'
import { place } from '../mapping/place.ts'
import type { ExportSource } from './export-source.ts'
import { fakeResult, fakeRow, fakeSource, fakeVariant } from './fake-export-source.ts'
import { type ExportId, exportAs } from './registry.ts'

const lines = async (id: ExportId, source: ExportSource) => (await exportAs(id, source)).text.split(/\r?\n/).slice(0, -1)
const json = async (id: ExportId, source: ExportSource) =>
  (await lines(id, source)).map((line) => JSON.parse(line) as Record<string, unknown>)

const repeated = fakeSource({
  rows: [fakeRow('1', { text: 'hello' }), fakeRow('2', { text: 'bye' })],
  results: [
    fakeResult('1', 'Hola', { model: 'm-1' }, 'a', 0),
    fakeResult('1', 'Hola', { model: 'm-2', cost: { totalUsd: 0.25, source: 'provider' } }, 'a', 1),
    fakeResult('1', '', { state: 'failed', failure: { code: 'provider_rate_limited', message: 'Too fast' } }, 'a', 2),
    fakeResult('1', 'Buenas', {}, 'a', 3),
  ],
})

describe('several answers to the same case', () => {
  it('have a line each in a table, counted from 1', async () => {
    const [head = '', ...rest] = await lines('results-csv', repeated)
    expect(head).toMatch(/^text,case,variant,repetition,expected,output,status,/)
    expect(rest.map((line) => line.split(',').slice(0, 7).join(','))).toEqual([
      'hello,1,A,1,,Hola,done',
      'hello,1,A,2,,Hola,done',
      'hello,1,A,3,,,failed',
      'hello,1,A,4,,Buenas,done',
      'bye,2,A,1,,,ready',
    ])
  })

  it('have a line each with what was sent and received', async () => {
    const all = await json('results-jsonl', repeated)
    expect(all.map((line) => [line['case'], line['repetition'], line['output'], line['model']])).toEqual([
      [1, 1, 'Hola', 'm-1'],
      [1, 2, 'Hola', 'm-2'],
      [1, 3, '', 'openai/gpt-4o-mini'],
      [1, 4, 'Buenas', 'openai/gpt-4o-mini'],
      [2, 1, null, 'openai/gpt-4o-mini'],
    ])
  })

  it('are not counted where there is one of each', async () => {
    const single = fakeSource({ results: [fakeResult('1', 'Hola')] })
    expect((await lines('results-csv', single))[0]).toMatch(/^text,case,variant,expected,/)
    expect(Object.keys((await json('results-jsonl', single))[0] ?? {})).not.toContain('repetition')
    expect(Object.keys((await json('openai-evals', single))[0]?.['item'] ?? {})).toEqual(['text'])
    expect((await exportAs('conversation-json', single)).text).not.toContain('repetition')
  })

  it('are samples of an evaluation, under a name that no variable has', async () => {
    const items = await json('openai-evals', repeated)
    expect(items).toEqual([
      { item: { text: 'hello', repetition: 1 }, sample: { output_text: 'Hola' } },
      { item: { text: 'hello', repetition: 2 }, sample: { output_text: 'Hola' } },
      { item: { text: 'hello', repetition: 3 } },
      { item: { text: 'hello', repetition: 4 }, sample: { output_text: 'Buenas' } },
      { item: { text: 'bye', repetition: 1 } },
    ])
    const { companions } = await exportAs('openai-evals', repeated)
    expect(JSON.parse(companions[0]?.text ?? '')).toMatchObject({
      data_source_config: {
        item_schema: { properties: { text: { type: 'string' }, repetition: { type: 'integer' } }, required: ['text', 'repetition'] },
      },
    })
    const own = { ...repeated, columns: ['repetition'], rows: [fakeRow('1', { repetition: '7' })] }
    expect((await json('openai-evals', own))[0]).toMatchObject({ item: { repetition: '7', _repetition: 1 } })
  })

  it('are lessons of their own where they differ, unless one is expected', async () => {
    const said = (source: ExportSource) =>
      json('fine-tune', source).then((all) => all.map((line) => JSON.stringify(line).match(/Hola|Buenas|Adiós/g)))
    expect(await said(repeated)).toEqual([['Hola'], ['Buenas']])
    expect(await said({ ...repeated, rows: [fakeRow('1', { text: 'x' }, { expected: 'Adiós' })] })).toEqual([['Adiós']])
  })

  it('are conversations of their own', async () => {
    const { text } = await exportAs('conversation-json', repeated)
    const { conversations } = JSON.parse(text) as { conversations: { repetition: number; messages: { content: string }[] }[] }
    expect(conversations.map(({ repetition, messages }) => [repetition, messages.at(-1)?.content])).toEqual([
      [1, 'Hola'],
      [2, 'Hola'],
      [3, 'Say hello'],
      [4, 'Buenas'],
      [1, 'Say bye'],
    ])
    expect((await exportAs('conversation-markdown', repeated)).text).toContain('# 4 · A · openai/gpt-4o-mini · 4')
  })

  it('are all in a report, with the same ones once', async () => {
    const file = await exportAs('report', repeated)
    const text = file.text
      .replace(/<style>[^]*?<\/style>/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toContain('3 of 5 done 1 failed')
    expect(text).toContain('1/3 ×2 identical')
    expect(text).toContain('Answer 2, which says the same')
    for (const held of ['Too fast', 'Buenas', 'Answered by m-1', 'Answered by m-2', '$0.250']) expect(text).toContain(held)
    expect(file.text.match(/<section class="result">/g)).toHaveLength(3)
    expect(file.previewLines.join('\n')).toContain('1 A Done ×2 identical Hola')
  })
})

const valuesOf = ({ data }: { readonly data: Readonly<Record<string, string>> }) => new Map(Object.entries(data))

describe('cases come back once', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('1', 'repetition', '=x', ''))
  const names = fc.uniqueArray(fc.constantFrom('text', 'repetition', '_repetition', 'rating', 'case', '__proto__'), {
    minLength: 1,
    maxLength: 4,
  })
  const sources: fc.Arbitrary<ExportSource> = fc
    .tuple(
      names,
      fc.array(fc.tuple(fc.array(text, { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 4 }),
    )
    .map(([columns, cases]) =>
      fakeSource({
        columns,
        variants: [fakeVariant({ messages: [] }), fakeVariant({ id: 'b', name: 'B', messages: [] })],
        rows: cases.map(([cells], id) => ({
          id: String(id),
          data: rowValues(columns.map((name, at) => [name, cells[at] ?? ''])),
          history: [],
        })),
        results: cases.flatMap(([, times], id) =>
          Array.from({ length: times }, (_, at) => {
            const state = at % 3 === id % 3 ? 'failed' : 'done'
            return fakeResult(String(id), `answer ${at % 2}`, { state }, at < 3 ? 'a' : 'b', at % 3)
          }),
        ),
      }),
    )

  it.each(['results-csv', 'results-jsonl', 'openai-evals'] as const)('from %s, however often they were answered', async (id) => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const { fileName, text: written } = await exportAs(id, source)
        const recognition = await recognise({ name: fileName, content: new TextEncoder().encode(written) })
        if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
        const { rows } = place({ columns: [], rows: [] }, recognition, autoMap(recognition, source.columns), 'replace')
        expect(rows.map(valuesOf)).toEqual(source.rows.map(valuesOf))
      }),
      { numRuns: 80 },
    )
  })

  it('keeps a variable of that name in a table from before', async () => {
    const before = (await exportAs('results-csv', fakeSource())).text.replaceAll(/^text,/g, 'repetition,')
    const recognition = await recognise({ name: 'results.csv', content: before })
    if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
    const { rows } = place({ columns: [], rows: [] }, recognition, autoMap(recognition, ['repetition']), 'replace')
    expect(rows.map(valuesOf)).toEqual([new Map([['repetition', 'hello']]), new Map([['repetition', 'bye']])])
  })
})
