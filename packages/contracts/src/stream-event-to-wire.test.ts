import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { streamEventDataSchemas } from './schemas/stream-event.ts'
import { streamEventFromWire } from './stream-event-from-wire.ts'
import { streamEventToWire } from './stream-event-to-wire.ts'
import { STREAM_EVENT_TYPES, type StreamEvent } from './stream-event.ts'
import type { TestResponse } from './test-response.ts'
import type { WireAttempt } from './wire-attempt.ts'

const attempt: WireAttempt = {
  attempt: 1,
  request: { method: 'POST', url: 'https://api.example/v1', headers: { authorization: '***' }, body: '{"max_tokens":1}' },
  response: { status: 200, headers: { 'x-request-id': 'r1' }, body: '{}' },
  events: [{ atMs: 1.5, data: '{}' }],
  times: { queued: 0, connected: 1, firstByte: 2, firstToken: null, end: 3 },
  failure: 'cut off',
}
const response: TestResponse = {
  version: '3.0',
  data: 'Hola',
  message: { role: 'assistant', content: 'Hola' },
  content_type: 'text/plain',
  finish_reason: 'stop',
  settings: { sent: { top_p: 1 }, dropped: [{ name: 'foo', reason: 'unknown' }], changed: [{ name: 'a', from: 1, to: 2, reason: 'r' }] },
  tree: {
    version: '1.0.0',
    nodes: [
      {
        trace_id: 't',
        span_id: 's',
        name: 'test',
        kind: 'server',
        time: { start: '2026-01-01T00:00:00.000Z', end: '2026-01-01T00:00:01.000Z' },
        status: { code: 'OK' },
        metrics: {
          unit: { duration: { total: 1 }, costs: { total: null, source: 'unknown' }, tokens: { total: null } },
          acc: { duration: { total: 1 }, costs: { total: 0.1, prompt: 0.1, source: 'table' }, tokens: { total: 3, estimated: true } },
        },
        attributes: { a: 'x', b: 1, c: true },
      },
    ],
  },
  trace_id: 't',
  span_id: 's',
}

const events: { readonly [Type in StreamEvent['type']]: readonly Extract<StreamEvent, { type: Type }>[] } = {
  'response-start': [
    { type: 'response-start', model: 'm', provider: 'demo', traceId: 't', spanId: 's' },
    { type: 'response-start', responseId: 'r', model: 'm', provider: 'demo', traceId: 't', spanId: 's' },
  ],
  'part-start': [
    { type: 'part-start', index: 0, kind: 'text' },
    { type: 'part-start', index: 1, kind: 'tool-call', id: 'c', name: 'f' },
  ],
  'part-delta': [{ type: 'part-delta', index: 0, delta: 'a\ud800' }],
  'part-end': [
    { type: 'part-end', index: 0, part: { kind: 'text', text: 'a', annotations: [{ start_index: 1, endIndex: 2 }] } },
    { type: 'part-end', index: 0, part: { kind: 'text', text: 'a' } },
    { type: 'part-end', index: 0, part: { kind: 'thinking', text: '', signature: 's', redacted: 'r' } },
    { type: 'part-end', index: 0, part: { kind: 'refusal', text: 'no' } },
    { type: 'part-end', index: 2, part: { kind: 'tool-call', id: 'c', name: 'f', arguments: '{"a_b":' } },
  ],
  logprobs: [
    {
      type: 'logprobs',
      index: 0,
      tokens: [
        { token: 'a', logprob: -0.1, top: [{ token: 'b', logprob: -2 }] },
        { token: 'c', logprob: -1 },
      ],
    },
  ],
  retry: [{ type: 'retry', attempt: 1, of: 3, waitMs: 250.5, reason: '503' }],
  heartbeat: [{ type: 'heartbeat' }],
  usage: [
    { type: 'usage', inputTokens: 1, outputTokens: 2, totalTokens: 3, source: 'estimate' },
    {
      type: 'usage',
      inputTokens: 1,
      outputTokens: 2,
      totalTokens: 3,
      cachedTokens: 1,
      cacheWriteTokens: 0,
      reasoningTokens: 2,
      source: 'provider',
    },
  ],
  cost: [
    { type: 'cost', totalUsd: null, source: 'unknown' },
    { type: 'cost', totalUsd: 0.00000795, source: 'table' },
  ],
  'response-end': [
    { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'end_turn', responseId: 'r', model: 'm-1' },
    { type: 'response-end', finishReason: 'unknown', nativeFinishReason: null },
    {
      type: 'response-end',
      finishReason: 'stop',
      nativeFinishReason: null,
      native: { dialect: 'openai-responses', items: [{ type: 'reasoning', encrypted_content: 'x', camelKey: 1 }], id: 'resp_1' },
    },
    {
      type: 'response-end',
      finishReason: 'stop',
      nativeFinishReason: null,
      gateway: {
        cached: true,
        name: 'litellm',
        version: '1.102.4',
        callId: 'c-1',
        model: 'openai/gpt-4o-mini',
        apiBase: 'http://127.0.0.1/v1',
        provider: 'Groq',
        retries: 1,
        fallbacks: 0,
        settingsDoubt: 'may be left out',
      },
    },
  ],
  raw: [{ type: 'raw', eventType: 'response.odd_thing', data: { some_key: { someKey: [1] } } }],
  wire: [{ type: 'wire', attempt }],
  round: [{ type: 'round', round: 2, of: 4, results: [{ id: 'c', name: 'f', content: '{"a_b":1}' }] }],
  result: [{ type: 'result', response: { ...response, wire: [streamedAttempt()] } }],
  error: [
    { type: 'error', error: { message: 'no key', code: 'secret_missing', meta: { provider: 'openai' }, trace_id: 't', span_id: 's' } },
  ],
}
function streamedAttempt(): NonNullable<TestResponse['wire']>[number] {
  const { connected, end, queued } = attempt.times
  return { ...attempt, events: [{ at_ms: 1.5, data: '{}' }], times: { queued, connected, first_byte: 2, first_token: null, end } }
}

const everyEvent = STREAM_EVENT_TYPES.flatMap((type): readonly StreamEvent[] => events[type])
const received = (event: StreamEvent): readonly [string, unknown] => {
  const { event: name, data } = streamEventToWire(event)
  return [name, JSON.parse(JSON.stringify(data))]
}

describe('an event', () => {
  it('comes back from the wire as it was', () => {
    for (const event of everyEvent) expect(streamEventFromWire(...received(event))).toEqual(event)
  })

  it('has the data that its schema describes', () => {
    for (const event of everyEvent) {
      const [name, data] = received(event)
      expect(name).toBe(event.type)
      expect(streamEventDataSchemas[event.type].safeParse(data).error?.issues ?? []).toEqual([])
    }
  })

  it('has snake_case names on the wire and no type inside', () => {
    expect(streamEventToWire(events.usage[1] ?? { type: 'heartbeat' })).toEqual({
      event: 'usage',
      data: {
        input_tokens: 1,
        output_tokens: 2,
        total_tokens: 3,
        cached_tokens: 1,
        cache_write_tokens: 0,
        reasoning_tokens: 2,
        source: 'provider',
      },
    })
    expect(streamEventToWire({ type: 'retry', attempt: 1, of: 3, waitMs: 5, reason: 'r' }).data).toEqual({
      attempt: 1,
      of: 3,
      wait_ms: 5,
      reason: 'r',
    })
  })

  it('of the provider keeps its own names', () => {
    expect(streamEventToWire({ type: 'raw', eventType: 'odd', data: { someKey: 1 } }).data).toEqual({ type: 'odd', data: { someKey: 1 } })
  })

  it('of a result is the response itself, of an error the error body', () => {
    expect(streamEventToWire({ type: 'result', response }).data).toBe(response)
    const error = { message: 'm', code: 'internal' } as const
    expect(streamEventToWire({ type: 'error', error }).data).toEqual({ detail: error })
  })
})

describe('reading an event', () => {
  it('answers null for what is no event', () => {
    for (const type of ['', 'nope', 'toString', '__proto__', 'constructor']) expect(streamEventFromWire(type, {})).toBeNull()
    for (const data of [null, undefined, 1, 'a', [], [1]]) expect(streamEventFromWire('part-delta', data)).toBeNull()
  })

  it('leaves behind what it does not know, and counts null as absent', () => {
    expect(streamEventFromWire('part-start', { index: 0, kind: 'text', id: null, name: null, mood: 'good' })).toEqual({
      type: 'part-start',
      index: 0,
      kind: 'text',
    })
  })

  it('answers null wherever a field is of a wrong type', () => {
    const wrong: readonly unknown[] = [{ odd: true }, [], 'odd', -1.5, true]
    const required = everyEvent.filter((event) => event.type !== 'heartbeat' && event.type !== 'raw' && event.type !== 'error')
    for (const event of required) {
      const [name, data] = received(event)
      const fields = Object.entries(data ?? {})
      // A null says nothing about the type; `data` of a result may be any object, so a list passes there.
      for (const [key, held] of fields.filter(([, value]) => value !== null)) {
        for (const lie of wrong.filter((one) => typeof one !== typeof held && !(key === 'data' && typeof one === 'object'))) {
          const read = streamEventFromWire(name, { ...Object.fromEntries(fields), [key]: lie })
          expect([name, key, lie, read]).toEqual([name, key, lie, null])
        }
      }
    }
  })

  it('answers null where a required field is missing', () => {
    expect(streamEventFromWire('part-delta', { index: 0 })).toBeNull()
    expect(streamEventFromWire('part-delta', { index: -1, delta: 'a' })).toBeNull()
    expect(streamEventFromWire('part-delta', { index: 0.5, delta: 'a' })).toBeNull()
    expect(streamEventFromWire('usage', { input_tokens: 1, output_tokens: 1, source: 'provider' })).toBeNull()
    expect(streamEventFromWire('cost', { source: 'table' })).toBeNull()
    expect(streamEventFromWire('response-end', { finish_reason: 'because' })).toBeNull()
    expect(streamEventFromWire('part-end', { index: 0, part: { kind: 'song', text: '' } })).toBeNull()
    expect(streamEventFromWire('part-end', { index: 0, part: { kind: 'text', text: '', annotations: {} } })).toBeNull()
    expect(streamEventFromWire('raw', { data: 1 })).toBeNull()
    expect(streamEventFromWire('error', { detail: {} })).toBeNull()
    expect(streamEventFromWire('logprobs', { index: 0, tokens: [{ token: 'a' }] })).toBeNull()
  })

  it('never throws and never invents a type, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...STREAM_EVENT_TYPES), fc.string()), fc.jsonValue(), (type, data) => {
        const event = streamEventFromWire(type, data)
        expect(event === null || event.type === type).toBe(true)
      }),
    )
  })

  it('answers null, or what survives another journey, for damaged events', () => {
    const damaged = fc
      .constantFrom(...everyEvent)
      .chain((event) => fc.tuple(fc.constant(event.type), fc.constant(received(event)[1]), fc.nat(200), fc.jsonValue()))
    fc.assert(
      fc.property(damaged, ([type, data, at, lie]) => {
        let seen = 0
        const changed: unknown = JSON.parse(JSON.stringify(data), (_key, value: unknown) => (seen++ === at ? lie : value))
        const event = streamEventFromWire(type, changed)
        expect(event === null ? null : streamEventFromWire(...received(event))).toEqual(event)
      }),
    )
  })
})
