import type { WireAttempt } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { foldedLines, readEvent, wireLines } from './wire-events.ts'

const delta = (content: string) => JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }], usage: null })

const line = (kind: string, atMs = 0) => ({ atMs, kind, text: '' })

describe('readEvent', () => {
  it.each([
    [delta('Hi'), 'delta', '{"content":"Hi"}'],
    [JSON.stringify({ choices: [{ delta: {}, finish_reason: 'stop' }] }), 'finish', '"stop"'],
    [JSON.stringify({ choices: [], usage: { prompt_tokens: 3 } }), 'usage', '{"prompt_tokens":3}'],
    [JSON.stringify({ error: { message: 'no' } }), 'error', '{"message":"no"}'],
    [JSON.stringify({ type: 'response.output_text.delta', delta: 'x' }), 'delta', '"x"'],
    [JSON.stringify({ type: 'message_start', message: {} }), 'message_start', '{"message":{}}'],
    ['[DONE]', 'done', '[DONE]'],
    ['{"broken', 'text', '{"broken'],
    ['[1]', 'text', '[1]'],
    ['{"x":1}', 'event', '{"x":1}'],
  ])('reads %s as %s', (data, kind, text) => {
    expect(readEvent(data)).toEqual({ kind, text })
  })
})

const attempt: WireAttempt = {
  attempt: 2,
  request: { method: 'POST', url: 'http://x', headers: {}, body: '{"ü":1}' },
  response: { status: 200, headers: { 'content-type': 'text/event-stream' } },
  events: [
    { atMs: 30, data: delta('a') },
    { atMs: 31, data: '[DONE]' },
  ],
  times: { queued: 5, connected: 10, firstByte: 20, firstToken: 30, end: 31 },
}

describe('wireLines', () => {
  it('begins with what was sent and what was answered', () => {
    expect(wireLines(attempt)).toEqual([
      { atMs: 5, kind: 'sent', text: '', sent: { method: 'POST', bytes: 8, attempt: 2 } },
      { atMs: 20, kind: 'headers', text: '200 text/event-stream' },
      { atMs: 30, kind: 'delta', text: '{"content":"a"}' },
      { atMs: 31, kind: 'done', text: '[DONE]' },
    ])
  })
  it('has no answer where none came', () => {
    const { response: _response, events: _events, ...lost } = attempt
    expect(wireLines(lost).map(({ kind }) => kind)).toEqual(['sent'])
  })
})

describe('foldedLines', () => {
  const runOf = (count: number) => Array.from({ length: count }, (_, at) => line('delta', at))
  it('folds a long run of deltas after the first four', () => {
    const items = foldedLines([line('headers'), ...runOf(40), line('finish')])
    expect(items.map((item) => (item.type === 'fold' ? item.lines.length : item.line.kind))).toEqual([
      'headers',
      'delta',
      'delta',
      'delta',
      'delta',
      36,
      'finish',
    ])
  })
  it('leaves a short run as it is', () => {
    expect(foldedLines(runOf(6)).every(({ type }) => type === 'line')).toBe(true)
  })
  it('folds each run by itself, under a name of its own', () => {
    const folds = foldedLines([...runOf(10), line('event'), ...runOf(10)]).filter((item) => item.type === 'fold')
    expect(folds.map(({ id }) => id)).toEqual([0, 11])
  })
  it('loses no line', () => {
    const lines = [...runOf(9), line('usage'), ...runOf(3), line('done')]
    expect(foldedLines(lines).flatMap((item) => (item.type === 'fold' ? item.lines : [item.line]))).toEqual(lines)
  })
})
