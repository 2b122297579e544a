import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BATCH_EVENT_NAMES, type BatchEvent, ROW_EVENT_TYPES } from './batch-event.ts'
import { batchEventFromWire } from './batch-event-from-wire.ts'
import { batchEventToWire } from './batch-event-to-wire.ts'
import { batchEventDataSchemas } from './schemas/batch-event.ts'
import { STREAM_EVENT_TYPES } from './stream-event.ts'
import type { TestResponse } from './test-response.ts'

const response: TestResponse = {
  version: '3.0',
  data: 'Hola',
  message: { role: 'assistant', content: 'Hola' },
  content_type: 'text/plain',
  finish_reason: 'stop',
  settings: { sent: {}, dropped: [], changed: [] },
  tree: { version: '1.0.0', nodes: [] },
  trace_id: 't',
  span_id: 's',
}
const times = { queued: 0, connected: 1, firstByte: 2, firstToken: null, end: 3 }
const request = { method: 'POST', url: 'https://api.example', headers: {}, body: '{}' }
const rowId = 'row "1"\n'

const rowEvents: { readonly [Type in (typeof ROW_EVENT_TYPES)[number]]: Extract<BatchEvent, { type: 'row-event' }>['event'] } = {
  'response-start': { type: 'response-start', model: 'm', provider: 'p', traceId: 't', spanId: 's' },
  'part-start': { type: 'part-start', index: 0, kind: 'tool-call', id: 'c', name: 'f' },
  'part-delta': { type: 'part-delta', index: 0, delta: 'a\ud800' },
  'part-end': { type: 'part-end', index: 0, part: { kind: 'text', text: 'a' } },
  logprobs: { type: 'logprobs', index: 0, tokens: [{ token: 'a', logprob: -0.5 }] },
  retry: { type: 'retry', attempt: 2, of: 3, waitMs: 500, reason: 'HTTP 503' },
  usage: { type: 'usage', inputTokens: 1, outputTokens: 2, totalTokens: 3, source: 'provider' },
  cost: { type: 'cost', totalUsd: 0.1, source: 'table' },
  'response-end': { type: 'response-end', finishReason: 'stop', nativeFinishReason: null },
  raw: { type: 'raw', eventType: 'odd', data: { row_id: 'theirs', someKey: 1 } },
  wire: { type: 'wire', attempt: { attempt: 1, request, times } },
  round: { type: 'round', round: 2, of: 4, results: [{ id: 'c', name: 'f', content: '4' }] },
}
const events: readonly BatchEvent[] = [
  { type: 'row-start', rowId, traceId: 't', spanId: 's' },
  ...Object.values(rowEvents).map((event): BatchEvent => ({ type: 'row-event', rowId, event })),
  { type: 'row-result', rowId, response },
  { type: 'row-result', rowId, response, replayed: true },
  { type: 'row-error', rowId, error: { message: 'm', code: 'missing_variables', meta: { names: ['a'] }, trace_id: 't', span_id: 's' } },
  { type: 'heartbeat' },
  { type: 'batch-end', counts: { rows: 3, succeeded: 2, failed: 1, notStarted: 0, replayed: 1 }, notStarted: [] },
  {
    type: 'batch-end',
    counts: { rows: 3, succeeded: 0, failed: 1, notStarted: 2, replayed: 0 },
    notStarted: ['a', rowId],
    stoppedBy: 'first-error',
  },
]
const received = (event: BatchEvent): readonly [string, unknown] => {
  const { event: name, data } = batchEventToWire(event)
  return [name, JSON.parse(JSON.stringify(data))]
}

describe('an event of a batch', () => {
  it('comes back from the wire as it was', () => {
    for (const event of events) expect(batchEventFromWire(...received(event))).toEqual(event)
  })

  it('has the data that its schema describes, for every name there is', () => {
    const names = new Set<string>()
    for (const event of events) {
      const { event: name, data } = batchEventToWire(event)
      names.add(name)
      expect([name, batchEventDataSchemas[name].safeParse(JSON.parse(JSON.stringify(data))).error?.issues ?? []]).toEqual([name, []])
    }
    expect([...names].toSorted()).toEqual([...BATCH_EVENT_NAMES].toSorted())
  })

  it('of a row is named as in the stream of one run, with row_id among its data', () => {
    expect(batchEventToWire({ type: 'row-event', rowId: 'a', event: rowEvents.usage })).toEqual({
      event: 'usage',
      data: { row_id: 'a', input_tokens: 1, output_tokens: 2, total_tokens: 3, source: 'provider' },
    })
    expect(batchEventToWire({ type: 'row-result', rowId: 'a', response }).data).toEqual({ row_id: 'a', ...response })
    const error = { message: 'm', code: 'internal' } as const
    expect(batchEventToWire({ type: 'row-error', rowId: 'a', error }).data).toEqual({ row_id: 'a', detail: error })
  })

  it('covers whatever a run can tell but its end and its signs of life', () => {
    const others = STREAM_EVENT_TYPES.filter((type) => !ROW_EVENT_TYPES.some((known) => known === type))
    expect(others.toSorted()).toEqual(['error', 'heartbeat', 'result'])
  })
})

describe('reading an event of a batch', () => {
  it('answers null for what is none', () => {
    for (const type of ['', 'nope', 'result', 'error', 'toString', '__proto__']) {
      expect(batchEventFromWire(type, { row_id: 'a', ...response, detail: { message: 'm', code: 'internal' } })).toBeNull()
    }
    for (const data of [null, undefined, 1, 'a', [], [1]]) expect(batchEventFromWire('row-start', data)).toBeNull()
  })

  it('answers null where the row is missing or a field is of a wrong type', () => {
    for (const event of events) {
      const [name, data] = received(event)
      if (!('rowId' in event)) continue
      const { row_id: _, ...others } = data as Record<string, unknown>
      expect([name, batchEventFromWire(name, others)]).toEqual([name, null])
      expect([name, batchEventFromWire(name, { ...others, row_id: 1 })]).toEqual([name, null])
    }
    const counts = { rows: 1, succeeded: 1, failed: 0, not_started: 0, replayed: 0 }
    expect(batchEventFromWire('batch-end', { counts: { ...counts, failed: -1 }, not_started: [] })).toBeNull()
    expect(batchEventFromWire('batch-end', { counts, not_started: [1] })).toBeNull()
    expect(batchEventFromWire('batch-end', { counts, not_started: [], stopped_by: 'boredom' })).toBeNull()
    expect(batchEventFromWire('row-result', { row_id: 'a', ...response, version: '2.0' })).toBeNull()
    expect(batchEventFromWire('row-start', { row_id: 'a', trace_id: 't' })).toBeNull()
  })

  it('never throws, and answers null or what survives another journey, for damaged events', () => {
    const damaged = fc.constantFrom(...events).chain((event) => fc.tuple(fc.constant(received(event)), fc.nat(60), fc.jsonValue()))
    fc.assert(
      fc.property(damaged, ([[type, data], at, lie]) => {
        let seen = 0
        const changed: unknown = JSON.parse(JSON.stringify(data), (_key, value: unknown) => (seen++ === at ? lie : value))
        const event = batchEventFromWire(type, changed)
        expect(event === null ? null : batchEventFromWire(...received(event))).toEqual(event)
      }),
    )
  })
})
