import { describe, expect, it } from 'vitest'
import { recognise } from '../../import/recognise.ts'
import type { Recognised, Recognition } from '../../import/recognition.ts'

const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')
const read = (...values: readonly unknown[]) => recognise({ name: 'a.jsonl', content: lines(...values) })
const told = ({ problems }: Recognition) =>
  problems.map(({ code, values, line }) => [code, ...Object.values(values), line ?? ''].join(' ').trim())
function taken(recognition: Recognition): Recognised {
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}
const example = (question: string, answer: string) => ({
  messages: [
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ],
})

describe('examples for fine-tuning', () => {
  it('are a prompt, its cases and what is expected', async () => {
    const { format, variants, columns, rows, problems } = taken(await read(example('a', 'A'), example('b', 'B')))
    expect(format).toBe('fine-tune')
    expect(variants[0]?.prompt?.messages).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: '{{user}}' },
    ])
    expect(columns).toEqual([{ name: 'user' }, { name: 'expected', role: { kind: 'expected', typed: false } }])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ])
    expect(problems).toEqual([])
  })

  it('that end in a question expect nothing', async () => {
    const { rows } = taken(await read({ messages: [{ role: 'user', content: 'a' }] }))
    expect(rows[0]?.cells).toEqual(['a', ''])
  })

  it('that end in calls of tools expect the calls', async () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
    const { rows } = taken(
      await read({
        messages: [
          { role: 'user', content: 'a' },
          { role: 'assistant', tool_calls: [call] },
        ],
      }),
    )
    expect(JSON.parse(rows[0]?.cells[1] ?? '')).toEqual([call])
  })

  it('with the same tools everywhere bring them; with different ones tell that they do not', async () => {
    const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }]
    const same = await read({ ...example('a', 'A'), tools }, { ...example('b', 'B'), tools })
    expect(taken(same).variants[0]?.settings).toEqual({ tools })
    const different = await read({ ...example('a', 'A'), tools }, example('b', 'B'))
    expect(taken(different).variants[0]?.settings).toBeUndefined()
    expect(told(different)).toEqual(['not-carried tools'])
  })

  it('tell each member that has no place once, and each line that is no example', async () => {
    const weighted = {
      messages: [
        { role: 'user', content: 'a' },
        { role: 'assistant', content: 'b', weight: 0 },
      ],
      parallel_tool_calls: false,
    }
    const recognition = await read(weighted, weighted, {
      messages: [
        { role: 'user', content: 'c' },
        { role: 'user', content: 'd' },
      ],
    })
    expect(told(recognition)).toEqual(['not-carried parallel_tool_calls', 'not-carried message.weight'])
    const broken = await recognise(
      { name: 'a.jsonl', content: lines(example('a', 'A'), { messages: [{ role: 'x' }] }) },
      { format: 'fine-tune' },
    )
    expect(told(broken)).toEqual(['not-an-object 2'])
    expect(taken(broken).rows).toHaveLength(1)
  })
})

describe('data of evaluations', () => {
  it('has a column for each member of its items', async () => {
    const recognition = taken(await read({ item: { question: 'a', n: 1, expected: 'A' } }, { item: { question: 'b', tags: ['x'] } }))
    expect(recognition.format).toBe('openai-evals')
    expect(recognition.columns.map(({ name }) => name)).toEqual(['question', 'n', 'expected', 'tags'])
    expect(recognition.rows).toEqual([
      { line: 1, cells: ['a', '1', 'A', ''] },
      { line: 2, cells: ['b', '', '', '["x"]'] },
    ])
  })

  it('keeps answers that stand beside the items as metadata', async () => {
    const { columns, rows } = taken(await read({ item: { q: 'a' }, sample: { output_text: 'A' } }, { item: { q: 'b' } }))
    expect(columns[1]).toEqual({ name: 'sample.output_text', role: { kind: 'metadata', key: 'sample.output_text' } })
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'A'],
      ['b', ''],
    ])
  })

  it('of the first generation is a prompt, cases and what is expected', async () => {
    const input = (question: string) => [
      { role: 'system', content: 'One word.' },
      { role: 'user', content: question },
    ]
    const { variants, rows, problems } = taken(await read({ input: input('a'), ideal: 'A' }, { input: input('b'), ideal: 'B' }))
    expect(variants[0]?.prompt?.messages).toEqual([
      { role: 'system', content: 'One word.' },
      { role: 'user', content: '{{user}}' },
    ])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ])
    expect(problems).toEqual([])
  })

  it('with several ideals expects the first, and keeps them all as a check that nobody evaluates', async () => {
    const recognition = taken(await read({ input: 'q', ideal: ['A', 'B'] }, { input: 'r', ideal: ['C'] }))
    expect(recognition.rows).toEqual([
      { line: 1, cells: ['q', 'A'], checks: [{ type: 'unknown', name: 'ideal', source: { type: 'ideal', value: ['A', 'B'] } }] },
      { line: 2, cells: ['r', 'C'] },
    ])
    expect(told(recognition)).toEqual(['check-unknown ideal'])
  })

  it('tells what of its lines has no place', async () => {
    expect(told(await read({ input: 'q', ideal: 'A', metadata: {} }, { input: 5, ideal: 'A' }))).toEqual([
      'not-an-object 2',
      'not-carried metadata',
    ])
  })
})
