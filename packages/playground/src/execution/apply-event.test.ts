import type { StreamEvent } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CELL, type Cell } from '../state/cell.ts'
import { type CellEvent, applyEvent } from './apply-event.ts'
import { queuedCell } from './row-run.ts'
import { sampleResponse, sampleStart, sampleStream } from './sample-answer.ts'

const QUEUED = queuedCell('run', 1000, 3)
/** Each event ten milliseconds after the one before. */
const after = (events: readonly CellEvent[], cell: Cell = QUEUED): Cell =>
  events.reduce((result, event, index) => applyEvent(result, event, 1010 + index * 10), cell)
const text = (delta: string): StreamEvent => ({ type: 'part-delta', index: 0, delta })
const HALF: readonly CellEvent[] = [{ type: 'sent' }, sampleStart, { type: 'part-start', index: 0, kind: 'text' }, text('Hal'), text('f')]

describe('applyEvent', () => {
  it('takes a run from the queue to its result and keeps the moments', () => {
    const states: string[] = []
    const moments = [{ type: 'sent' } as const, ...sampleStream('Hi ', 'there')]
    const cell = moments.reduce((result, event, index) => {
      const next = applyEvent(result, event, 1010 + index * 10)
      if (next.state !== states.at(-1)) states.push(next.state)
      return next
    }, QUEUED)
    expect(states).toEqual(['connecting', 'streaming', 'done'])
    expect(cell).toMatchObject({
      text: 'Hi there',
      model: 'demo/echo',
      finishReason: 'stop',
      queuePosition: null,
      usage: { inputTokens: 7, outputTokens: 5, totalTokens: 12, source: 'provider' },
      cost: { totalUsd: 0.003, promptUsd: 0.001, completionUsd: 0.002, source: 'table' },
      traceId: 'a'.repeat(32),
      spanId: 'b'.repeat(16),
      failure: null,
    })
    expect(cell.times).toEqual({ sentMs: 10, firstEventMs: 20, firstTokenMs: 40, endMs: 100 })
    expect(cell.tree).toHaveLength(1)
    expect(cell.response).toEqual(sampleResponse('Hi there'))
  })

  it('keeps the answer as it came, with what only its provider can read', () => {
    const native = { dialect: 'openai-responses', items: [{ type: 'reasoning', encrypted_content: 'x' }] }
    const thinking = [{ text: 'Hm.', signature: 's' }]
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } } as const
    const response = sampleResponse('Hi', { message: { role: 'assistant', content: 'Hi', thinking, native, tool_calls: [call] } })
    const cell = after([{ type: 'sent' }, { type: 'result', response }])
    expect(cell.message).toEqual({ role: 'assistant', content: 'Hi', thinking, native, toolCalls: [call] })
  })

  it('keeps what a gateway says of itself', () => {
    const gateway = { name: 'litellm', model: 'openai/gpt-4o-mini', cached: true } as const
    const end: StreamEvent = { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop', gateway }
    expect(after([...HALF, end, { type: 'result', response: sampleResponse('Half') }])).toMatchObject({ state: 'done', gateway })
    expect(after([{ type: 'sent' }, ...sampleStream('Hi')]).gateway).toBeNull()
  })

  it('counts tokens while text streams', () => {
    const before = after(HALF)
    expect(before.estimatedOutputTokens).toBeGreaterThan(0)
    expect(after([text(' of a longer sentence')], before).estimatedOutputTokens).toBeGreaterThan(before.estimatedOutputTokens)
    expect(before.usage).toBeNull()
  })

  it('begins anew where it is sent once more', () => {
    const again = after([...HALF, { type: 'sent' }])
    expect(again).toMatchObject({ state: 'connecting', text: '', parts: [], estimatedOutputTokens: 0 })
    expect(again.times).toMatchObject({ firstEventMs: null, firstTokenMs: null })
    const cell = after([...HALF, { type: 'sent' }, ...sampleStream('Whole')])
    expect(cell).toMatchObject({ state: 'done', text: 'Whole' })
  })

  it('waits for the provider until something comes', () => {
    expect(after([{ type: 'sent' }, sampleStart])).toMatchObject({ state: 'connecting', model: 'demo/echo', text: '' })
    expect(after([{ type: 'sent' }, sampleStart, { type: 'heartbeat' }]).state).toBe('connecting')
  })

  it('shows a retry with its end, and streams on when it works', () => {
    const waiting = after([{ type: 'sent' }, { type: 'retry', attempt: 2, of: 4, waitMs: 6000, reason: '429' }])
    expect(waiting).toMatchObject({ state: 'retrying', retry: { attempt: 2, of: 4, waitMs: 6000, untilMs: 7020, reason: '429' } })
    expect(after([{ type: 'part-start', index: 0, kind: 'text' }], waiting)).toMatchObject({ state: 'streaming', retry: null })
  })

  it('keeps thinking, text, refusal and tool calls apart, in any order', () => {
    const cell = after([
      { type: 'sent' },
      { type: 'part-start', index: 0, kind: 'thinking' },
      { type: 'part-start', index: 1, kind: 'text' },
      { type: 'part-delta', index: 0, delta: 'hm' },
      { type: 'part-delta', index: 1, delta: 'A' },
      { type: 'part-delta', index: 0, delta: 'm' },
      { type: 'part-start', index: 2, kind: 'tool-call', id: 'c1', name: 'look' },
      { type: 'part-delta', index: 2, delta: '{"q":' },
      { type: 'part-start', index: 3, kind: 'text' },
      { type: 'part-delta', index: 3, delta: 'C' },
      { type: 'part-delta', index: 1, delta: 'B' },
      { type: 'part-start', index: 4, kind: 'refusal' },
      { type: 'part-delta', index: 4, delta: 'no' },
    ])
    expect(cell).toMatchObject({ thinking: 'hmm', text: 'ABC', refusal: 'no' })
    expect(cell.toolCalls).toEqual([{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{"q":' } }])
    expect(cell.parts.map(({ kind }) => kind)).toEqual(['thinking', 'text', 'tool-call', 'text', 'refusal'])
  })

  it('believes the end of a part more than its pieces', () => {
    const cell = after([...HALF, { type: 'part-end', index: 0, part: { kind: 'text', text: 'Whole' } }])
    expect(cell.text).toBe('Whole')
    const named = after([
      { type: 'sent' },
      { type: 'part-end', index: 0, part: { kind: 'tool-call', id: 'c', name: 'n', arguments: '{}' } },
    ])
    expect(named.toolCalls).toEqual([{ id: 'c', type: 'function', function: { name: 'n', arguments: '{}' } }])
  })

  it.each<[string, CellEvent, Partial<Cell>]>([
    [
      'an error',
      { type: 'error', error: { code: 'provider_error', message: 'It broke.', trace_id: 't' } },
      { state: 'failed', traceId: 't' },
    ],
    ['an interruption', { type: 'failure', failure: { code: 'interrupted', message: 'Cut.' } }, { state: 'failed' }],
    ['a stop', { type: 'stop' }, { state: 'stopped', failure: null }],
    ['a cancelled run', { type: 'failure', failure: { code: 'cancelled', message: 'Stopped.' } }, { state: 'stopped', failure: null }],
  ])('keeps what came after %s', (_, event, expected) => {
    const cell = after([...HALF, event])
    expect(cell).toMatchObject({ text: 'Half', ...expected })
    expect(cell.times.endMs).toBe(60)
    expect(cell.parts).toHaveLength(1)
  })

  it('says why it failed, with the whole error for the curious', () => {
    const error = { code: 'missing_variables', message: 'Missing: a.', meta: { names: ['a'] } } as const
    expect(after([{ type: 'sent' }, sampleStart, { type: 'error', error }]).failure).toEqual({
      code: 'missing_variables',
      message: 'Missing: a.',
      meta: { names: ['a'] },
      traceId: 'a'.repeat(32),
      raw: { detail: error },
    })
  })

  it('hears nothing where nothing was reached', () => {
    const cell = after([{ type: 'sent' }, { type: 'failure', failure: { code: 'unreachable', message: 'No.' } }])
    expect(cell.times).toMatchObject({ sentMs: 10, firstEventMs: null, endMs: 20 })
  })

  it('collects the attempts at the provider, also of a run that fails', () => {
    const attempt = {
      attempt: 1,
      request: { method: 'POST', url: 'u', headers: {}, body: '{}' },
      times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null },
    }
    const cell = after([
      { type: 'sent' },
      { type: 'wire', attempt },
      { type: 'wire', attempt: { ...attempt, attempt: 2 } },
      { type: 'error', error: { code: 'provider_error', message: '' } },
    ])
    expect(cell.wire.map(({ attempt: number }) => number)).toEqual([1, 2])
  })

  it('reads an answer that came as a whole', () => {
    const message = {
      role: 'assistant',
      content: null,
      thinking: [{ text: 'so' }],
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
    } as const
    const cell = after([
      { type: 'sent' },
      { type: 'result', response: sampleResponse('', { message, parsed: { a: 1 }, finish_reason: 'tool-calls' }) },
    ])
    expect(cell).toMatchObject({ state: 'done', text: '', thinking: 'so', parsed: { a: 1 }, finishReason: 'tool-calls' })
    expect(cell.parts.map(({ kind, name }) => [kind, name])).toEqual([
      ['thinking', ''],
      ['tool-call', 'f'],
    ])
    expect(cell.usage).toEqual({ inputTokens: 7, outputTokens: 5, totalTokens: 12, source: 'provider' })
  })

  it('keeps what calls were answered with, round by round, streamed or whole', () => {
    const call = { id: 'c', type: 'function', function: { name: 'add', arguments: '{"a":1}' } } as const
    const results = [{ id: 'c', name: 'add', content: '2' }]
    const rounds = [{ message: { role: 'assistant', content: 'Let me see.', tool_calls: [call] }, results }] as const
    const whole: StreamEvent = { type: 'result', response: { ...sampleResponse('It is 2.'), rounds } }
    const said: readonly CellEvent[] = [
      { type: 'part-start', index: 0, kind: 'text' },
      text('Let me see.'),
      { type: 'part-start', index: 1, kind: 'tool-call', id: 'c', name: 'add' },
      { type: 'part-delta', index: 1, delta: '{"a":1}' },
      { type: 'round', round: 2, of: 4, results },
      { type: 'part-start', index: 2, kind: 'text' },
      { type: 'part-delta', index: 2, delta: 'It is 2.' },
    ]
    const expected = [
      { index: 0, kind: 'text', text: 'Let me see.' },
      { index: 1, kind: 'tool-call', text: '{"a":1}', id: 'c', name: 'add', result: '2' },
      { index: 2, kind: 'text', text: 'It is 2.' },
    ]
    for (const cell of [after([{ type: 'sent' }, sampleStart, ...said, whole]), after([{ type: 'sent' }, whole])]) {
      expect(cell.parts).toMatchObject(expected)
      expect([cell.state, cell.text]).toEqual(['done', 'It is 2.'])
    }
  })

  it('does not make a cost of 0 out of an unknown one', () => {
    const [root] = sampleResponse('').tree.nodes
    if (!root) throw new Error('The sample has a root.')
    const acc = { ...root.metrics.acc, costs: { total: null, source: 'unknown' }, tokens: { total: null } } as const
    const tree = { version: '1.0.0', nodes: [{ ...root, metrics: { acc } }] } as const
    const cell = after([{ type: 'sent' }, { type: 'result', response: sampleResponse('x', { tree }) }])
    expect(cell.cost).toEqual({ totalUsd: null, source: 'unknown' })
    expect(cell.usage).toBeNull()
  })

  it('does not change once it is over', () => {
    for (const end of [[...sampleStream('x')], [...HALF, { type: 'stop' } as const]]) {
      const over = after([{ type: 'sent' }, ...end])
      expect(after([text('late'), { type: 'error', error: { code: 'internal', message: '' } }, { type: 'stop' }], over)).toBe(over)
    }
    expect(applyEvent(EMPTY_CELL, text('nobody asked'), 0)).toBe(EMPTY_CELL)
  })

  it('loses no text, however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '😀', '\ud83d', '\0', '{') }), { maxLength: 40 }), (pieces) => {
        const cell = after([{ type: 'sent' }, sampleStart, { type: 'part-start', index: 0, kind: 'text' }, ...pieces.map(text)])
        expect(cell.text).toBe(pieces.join(''))
        expect(after([{ type: 'stop' }], cell).text).toBe(pieces.join(''))
      }),
      { numRuns: 30 },
    )
  })

  it('holds a hundred thousand pieces', () => {
    let cell = after([{ type: 'sent' }, { type: 'part-start', index: 0, kind: 'text' }])
    for (let piece = 0; piece < 100_000; piece++) cell = applyEvent(cell, text('word '), 2000)
    expect(cell.text.length).toBe(500_000)
  })
})
