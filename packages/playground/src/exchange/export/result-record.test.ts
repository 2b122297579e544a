import { describe, expect, it } from 'vitest'
import { answerMessage, resultFinder, sentMessages } from './filled-conversation.ts'
import { fakeResult, fakeRow, fakeSource, fakeVariant } from './fake-export-source.ts'
import { createLossList } from './loss.ts'
import { fileNameOf, jsonLines, makeFile } from './make-file.ts'
import { resultLines, resultRecord } from './result-record.ts'
import { tellRows } from './tell-rows.ts'

describe('losses', () => {
  it('are told once, with their counts summed up', () => {
    const losses = createLossList()
    losses.add('check-not-written', { type: 'regex', count: 1 })
    losses.add('check-not-written', { type: 'max-tokens', count: 1 })
    losses.add('check-not-written', { type: 'regex', count: 2 })
    losses.add('prompt', {})
    losses.add('prompt', {})
    expect(losses.all()).toEqual([
      { code: 'check-not-written', values: { type: 'regex', count: 3 } },
      { code: 'check-not-written', values: { type: 'max-tokens', count: 1 } },
      { code: 'prompt', values: {} },
    ])
  })

  it('of nothing are none', () => {
    const losses = createLossList()
    losses.add('results', { count: 0 })
    tellRows(fakeSource(), ['expected', 'checks', 'metadata', 'histories'], losses)
    expect(losses.all()).toEqual([])
  })

  it('of rows count the rows that have the part', () => {
    const losses = createLossList()
    const rows = [fakeRow('1', {}, { expected: 'x', checks: [] }), fakeRow('2', {}, { expected: '', metadata: {} }), fakeRow('3', {})]
    tellRows(fakeSource({ rows, leftOut: 1 }), ['expected', 'checks', 'metadata'], losses)
    expect(losses.all().map(({ code, values }) => [code, values])).toEqual([
      ['rows-left-out', { count: 1 }],
      ['expected', { count: 2 }],
      ['metadata', { count: 1 }],
    ])
  })
})

describe('a file', () => {
  it.each<readonly [string, string]>([
    ['My test', 'My-test.csv'],
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['Größe 你好', 'Größe-你好.csv'],
    ['...', 'vitrine.csv'],
    ['x'.repeat(200), `${'x'.repeat(80)}.csv`],
    ['con\u0000\n"', 'con.csv'],
  ])('named after %j is %s', (name, fileName) => {
    expect(fileNameOf(name, '.csv')).toBe(fileName)
  })

  it('shows its first lines, shortened', () => {
    const { previewLines } = makeFile({ fileName: 'a', mediaType: 'text/csv', text: `a\r\n\n${'b'.repeat(300)}\n${'c\n'.repeat(50)}` })
    expect(previewLines).toHaveLength(12)
    expect(previewLines.slice(0, 3)).toEqual(['a', '', `${'b'.repeat(200)}…`])
    expect(makeFile({ fileName: 'a', mediaType: 'x', text: 'one\n' }).previewLines).toEqual(['one'])
  })

  it('shows the beginning of one endless line quickly', () => {
    const { previewLines } = makeFile({ fileName: 'a', mediaType: 'x', text: 'x'.repeat(5_000_000) })
    expect(previewLines).toEqual([`${'x'.repeat(200)}…`])
  })

  it('of JSON escapes what text cannot hold', () => {
    const file = makeFile({ fileName: 'a', mediaType: 'x', text: jsonLines([{ a: '\ud800' }]) })
    expect(file.text).toBe('{"a":"\\ud800"}\n')
    expect(file.losses).toEqual([])
  })
})

describe('a line of results', () => {
  it('has null for what nobody reported', () => {
    const record = resultRecord(3, fakeRow('1', {}), fakeVariant(), fakeResult('1', 'x'))
    expect(record).toMatchObject({
      case: 3,
      latency_ms: null,
      ttft_ms: null,
      tokens_in: null,
      cost_usd: null,
      cost_source: null,
      trace_id: null,
      expected: null,
    })
  })

  it('counts times from when the request was sent', () => {
    const times = { sentMs: 100, firstEventMs: 150, firstTokenMs: 180, endMs: 400 }
    expect(resultRecord(1, fakeRow('1', {}), fakeVariant(), fakeResult('1', 'x', { times }))).toMatchObject({
      latency_ms: 300,
      ttft_ms: 80,
    })
  })

  it('says when it began, by the trace', () => {
    const time = { start: '2026-05-01T12:00:00.000Z', end: '2026-05-01T12:00:01.000Z' }
    const span = {
      trace_id: '',
      span_id: '',
      name: 'x',
      kind: 'server' as const,
      time,
      status: { code: 'OK' as const },
      metrics: { acc: { duration: { total: 1 }, costs: { total: null, source: 'unknown' as const }, tokens: { total: null } } },
      attributes: {},
    }
    expect(resultRecord(1, fakeRow('1', {}), fakeVariant(), fakeResult('1', 'x', { tree: [span] })).started_at).toBe(time.start)
  })

  it('says what people said of the answer, and nothing where they said nothing', () => {
    const result = fakeResult('1', 'x')
    const record = (note: NonNullable<(typeof result)['note']>) => resultRecord(1, fakeRow('1', {}), fakeVariant(), { ...result, note })
    expect(record({ rating: 'up', text: '' })).toMatchObject({ rating: 'up', note: null })
    expect(record({ rating: null, text: 'Hm.' })).toMatchObject({ rating: null, note: 'Hm.' })
    expect(resultRecord(1, fakeRow('1', {}), fakeVariant(), result)).toMatchObject({ rating: null, note: null })
  })

  it('says what the cell shows, also where the result is of another prompt', () => {
    const stale = { ...fakeResult('1', 'old'), state: 'stale' as const }
    expect(resultRecord(1, fakeRow('1', {}), fakeVariant(), stale)).toMatchObject({ status: 'stale', output: 'old' })
    expect(resultRecord(1, fakeRow('1', {}), fakeVariant(), undefined)).toMatchObject({ status: 'ready', output: null })
  })

  it('stands in the order of the table, each variant beside the other', () => {
    const variants = [fakeVariant(), fakeVariant({ id: 'b', name: 'B' })]
    const results = [fakeResult('2', 'late', {}, 'b'), fakeResult('1', 'x')]
    const all = [...resultLines(fakeSource({ variants, results }))].map(({ record }) => [record.case, record.variant, record.output])
    expect(all).toEqual([
      [1, 'A', 'x'],
      [1, 'B', null],
      [2, 'A', null],
      [2, 'B', 'late'],
    ])
  })
})

describe('what is sent', () => {
  it('is the prompt filled in, and in a chat the conversation behind it', () => {
    const row = fakeRow('1', { text: '{"name":"Ada"}' }, { history: [{ role: 'assistant', content: 'x' }] })
    const variant = fakeVariant({ messages: [{ role: 'user', content: 'Hi {{text.name}}' }] })
    expect(sentMessages(variant, row, 'completion')).toEqual([{ role: 'user', content: 'Hi Ada' }])
    expect(sentMessages(variant, row, 'chat')).toEqual([
      { role: 'user', content: 'Hi Ada' },
      { role: 'assistant', content: 'x' },
    ])
  })

  it('is nothing where a value is missing', () => {
    expect(sentMessages(fakeVariant(), fakeRow('1', {}), 'completion')).toBeNull()
  })

  it('was answered where the answer is whole', () => {
    const call = { id: 'c', type: 'function' as const, function: { name: 'f', arguments: '{}' } }
    expect(answerMessage(undefined)).toBeNull()
    expect(answerMessage(fakeResult('1', 'half', { state: 'stopped' }))).toBeNull()
    expect(answerMessage(fakeResult('1', ''))).toEqual({ role: 'assistant', content: '' })
    expect(answerMessage(fakeResult('1', '', { toolCalls: [call] }))).toEqual({ role: 'assistant', content: null, toolCalls: [call] })
    expect(answerMessage(fakeResult('1', 'x', { refusal: 'no' }))).toEqual({ role: 'assistant', content: 'x', refusal: 'no' })
  })

  it('belongs to its row and its variant', () => {
    const find = resultFinder(fakeSource({ results: [fakeResult('1', 'x'), fakeResult('1', 'y', {}, 'b')] }))
    expect(find(fakeVariant({ id: 'b' }), fakeRow('1', {})).map(({ cell }) => cell.text)).toEqual(['y'])
    expect(find(fakeVariant(), fakeRow('2', {}))).toEqual([])
  })
})
