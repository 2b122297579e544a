import type { Part, ProviderEvent } from '@vitrine/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MessagesReducer } from './stream.ts'

type Fields = Readonly<Record<string, unknown>>
const event = (type: string, fields: Fields = {}): string => JSON.stringify({ type, ...fields })
const start = (usage: Fields = { input_tokens: 10, output_tokens: 1 }): string =>
  event('message_start', {
    message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-x', content: [], stop_reason: null, usage },
  })
const open = (index: number, block: Fields): string => event('content_block_start', { index, content_block: block })
const delta = (index: number, fields: Fields): string => event('content_block_delta', { index, delta: fields })
const close = (index: number): string => event('content_block_stop', { index })
const end = (reason = 'end_turn', usage: Fields = { output_tokens: 5 }, fields: Fields = {}): string =>
  event('message_delta', { delta: { stop_reason: reason, stop_sequence: null, ...fields }, usage })
const stop = event('message_stop')
const text = (index: number, ...pieces: readonly string[]): readonly string[] => [
  open(index, { type: 'text', text: '' }),
  ...pieces.map((piece) => delta(index, { type: 'text_delta', text: piece })),
  close(index),
]

const reduce = (...data: readonly string[]): readonly ProviderEvent[] => reduceAll(data)

function reduceAll(data: readonly string[], headers: Readonly<Record<string, string>> = {}): readonly ProviderEvent[] {
  const reducer = new MessagesReducer(headers)
  return [...data.flatMap((one) => reducer.push({ data: one })), ...reducer.end()]
}
const partsIn = (events: readonly ProviderEvent[]): readonly Part[] =>
  only(events, 'part-end')
    .toSorted((one, other) => one.index - other.index)
    .map(({ part }) => part)
const only = <Type extends ProviderEvent['type']>(events: readonly ProviderEvent[], type: Type) =>
  events.filter((one): one is Extract<ProviderEvent, { type: Type }> => one.type === type)

describe('a streamed message', () => {
  it('is text, usage and an end', () => {
    expect(reduce(start(), ...text(0, 'Hel', 'lo'), end(), stop)).toEqual([
      { type: 'part-start', index: 0, kind: 'text' },
      { type: 'part-delta', index: 0, delta: 'Hel' },
      { type: 'part-delta', index: 0, delta: 'lo' },
      { type: 'part-end', index: 0, part: { kind: 'text', text: 'Hello' } },
      { type: 'usage', inputTokens: 10, outputTokens: 5, totalTokens: 15, source: 'provider' },
      { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'end_turn', responseId: 'msg_1', model: 'claude-x' },
    ])
  })

  it('ends with its last event, so that nobody waits for the connection', () => {
    const reducer = new MessagesReducer({})
    for (const data of [start(), ...text(0, 'x'), end()]) reducer.push({ data })
    expect(reducer.push({ data: stop }).at(-1)).toMatchObject({ type: 'response-end' })
    expect([reducer.push({ data: event('ping') }), reducer.end()]).toEqual([[], []])
  })

  it('tells of an event by its line where its data does not', () => {
    const reducer = new MessagesReducer({})
    reducer.push({ event: 'message_start', data: '{"message":{"id":"m"}}' })
    expect(reducer.push({ event: 'ping', data: '' })).toEqual([])
    reducer.push({ event: 'content_block_start', data: '{"index":0,"content_block":{"type":"text","text":"from the start"}}' })
    reducer.push({ event: 'message_delta', data: '{"delta":{"stop_reason":"end_turn"}}' })
    expect(partsIn(reducer.push({ event: 'message_stop', data: '{}' }))).toEqual([{ kind: 'text', text: 'from the start' }])
  })

  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['tool_use', 'tool-calls'],
    ['pause_turn', 'pause'],
    ['refusal', 'refusal'],
    ['something_new', 'unknown'],
  ])('that stopped for %s ends as %s', (native, finishReason) => {
    expect(reduce(start(), end(native), stop).at(-1)).toMatchObject({ finishReason, nativeFinishReason: native })
  })

  it('tells what a refusal says as a refusal, and keeps the rest of it', () => {
    const details = { type: 'refusal', category: 'bio', explanation: 'Blocked by a policy.' }
    const events = reduce(start(), ...text(0, 'Half'), end('refusal', { output_tokens: 2 }, { stop_details: details }), stop)
    expect(partsIn(events)).toEqual([
      { kind: 'text', text: 'Half' },
      { kind: 'refusal', text: 'Blocked by a policy.' },
    ])
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'stop_details', data: details }])
    const silent = reduce(start(), end('refusal', {}, { stop_details: { type: 'refusal', category: null, explanation: null } }), stop)
    expect(partsIn(silent)).toEqual([])
  })
})

describe('a gateway on the way', () => {
  const headers = { 'x-litellm-call-id': 'c1', 'x-litellm-response-cost': '9' }

  it('is told of, and its bill only where usage holds one: the header is wrong on streams', () => {
    const plain = reduceAll([start(), end(), stop], headers)
    expect(plain.map(({ type }) => type)).toEqual(['usage', 'response-end'])
    expect(plain.at(-1)).toMatchObject({ gateway: { name: 'litellm', callId: 'c1' } })
    expect(only(reduceAll([start(), end('end_turn', { output_tokens: 5, cost: 0.25 }), stop], headers), 'cost')).toEqual([
      { type: 'cost', totalUsd: 0.25, source: 'gateway' },
    ])
  })
})

describe('thoughts', () => {
  it('keep their signature, and where none are shown the signature alone', () => {
    const events = reduce(
      start(),
      open(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'Hm' }),
      delta(0, { type: 'signature_delta', signature: 'abc==' }),
      close(0),
      open(1, { type: 'redacted_thinking', data: 'enc+/' }),
      close(1),
      open(2, { type: 'thinking', thinking: '', signature: '' }),
      delta(2, { type: 'signature_delta', signature: 'sig2' }),
      close(2),
      ...text(3, 'So'),
      end(),
      stop,
    )
    expect(partsIn(events)).toEqual([
      { kind: 'thinking', text: 'Hm', signature: 'abc==' },
      { kind: 'thinking', text: '', redacted: 'enc+/' },
      { kind: 'thinking', text: '', signature: 'sig2' },
      { kind: 'text', text: 'So' },
    ])
    expect(only(events, 'response-end')[0]?.native).toEqual({
      dialect: 'anthropic',
      items: [
        { type: 'thinking', thinking: 'Hm', signature: 'abc==' },
        { type: 'redacted_thinking', data: 'enc+/' },
        { type: 'thinking', thinking: '', signature: 'sig2' },
        { type: 'text', text: 'So' },
      ],
    })
  })

  it('without a signature are shown, and cannot go back', () => {
    const events = reduce(start(), delta(0, { type: 'thinking_delta', thinking: 'Hm' }), ...text(1, 'So'), end(), stop)
    expect(partsIn(events)[0]).toEqual({ kind: 'thinking', text: 'Hm' })
    expect(events.at(-1)).not.toHaveProperty('native')
  })

  it('are counted where the provider counts them', () => {
    const events = reduce(start(), end('end_turn', { output_tokens: 50, output_tokens_details: { thinking_tokens: 40 } }), stop)
    expect(only(events, 'usage')).toMatchObject([{ outputTokens: 50, reasoningTokens: 40 }])
  })
})

describe('tool calls', () => {
  const call = (index: number, ...pieces: readonly string[]): readonly string[] => [
    open(index, { type: 'tool_use', id: `toolu_${index}`, name: 'f', input: {} }),
    ...pieces.map((piece) => delta(index, { type: 'input_json_delta', partial_json: piece })),
    close(index),
  ]

  it('keep their arguments as text, as it came', () => {
    const events = reduce(
      start(),
      ...text(0, 'Let me see'),
      ...call(1, '', '{"a": 1.0', ', "b":"\\u00e9"}'),
      ...call(2),
      end('tool_use'),
      stop,
    )
    expect(partsIn(events).slice(1)).toEqual([
      { kind: 'tool-call', id: 'toolu_1', name: 'f', arguments: '{"a": 1.0, "b":"\\u00e9"}' },
      { kind: 'tool-call', id: 'toolu_2', name: 'f', arguments: '{}' },
    ])
    expect(events.at(-1)).toMatchObject({ finishReason: 'tool-calls' })
    expect(events.at(-1)).not.toHaveProperty('native')
  })

  it('that are cut off keep what came of them', () => {
    const events = reduce(start(), ...call(0, '{"city": "Par'), end('max_tokens'), stop)
    expect(partsIn(events)).toEqual([{ kind: 'tool-call', id: 'toolu_0', name: 'f', arguments: '{"city": "Par' }])
    expect(events.at(-1)).toMatchObject({ finishReason: 'length' })
  })

  it('with their arguments in one piece, and without a name or an id, are calls too', () => {
    const events = reduce(start(), open(0, { type: 'tool_use', input: { a: [1] } }), end('tool_use'), stop)
    expect(partsIn(events)).toEqual([{ kind: 'tool-call', id: 'call_0', name: '', arguments: '{"a":[1]}' }])
  })

  it('before text, or made by the provider’s own code, are kept in their order', () => {
    const before = reduce(start(), ...call(0, '{}'), ...text(1, 'Done'), end('tool_use'), stop)
    expect(before.at(-1)).toMatchObject({
      native: {
        items: [
          { type: 'tool_use', input: {} },
          { type: 'text', text: 'Done' },
        ],
      },
    })
    const block = { type: 'tool_use', id: 't', name: 'f', input: {}, caller: { type: 'code_execution_20260120', tool_id: 'x' } }
    expect(reduce(start(), open(0, block), close(0), end('tool_use'), stop).at(-1)).toMatchObject({ native: { items: [block] } })
    const direct = { ...block, caller: { type: 'direct' }, toolset_name: null }
    expect(reduce(start(), open(0, direct), close(0), end('tool_use'), stop).at(-1)).not.toHaveProperty('native')
  })
})

describe('what is not ours', () => {
  it('is kept whole: tools of the provider and their results', () => {
    const result = {
      type: 'web_search_tool_result',
      tool_use_id: 's',
      content: [{ type: 'web_search_result', url: 'https://x', encrypted_content: 'e' }],
    }
    const events = reduce(
      start(),
      open(0, { type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      delta(0, { type: 'input_json_delta', partial_json: '{"query":' }),
      delta(0, { type: 'input_json_delta', partial_json: ' "x"}' }),
      close(0),
      open(1, result),
      close(1),
      ...text(2, 'Found'),
      end('pause_turn'),
      stop,
    )
    const use = { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'x' } }
    expect(only(events, 'raw')).toEqual([
      { type: 'raw', eventType: 'server_tool_use', data: use },
      { type: 'raw', eventType: 'web_search_tool_result', data: result },
    ])
    expect(events.at(-1)).toMatchObject({ finishReason: 'pause', native: { items: [use, result, { type: 'text', text: 'Found' }] } })
  })

  it('is kept where its kind is unknown: blocks, deltas and events', () => {
    const events = reduce(
      start(),
      open(0, { type: 'hologram', data: 'x' }),
      delta(0, { type: 'hologram_delta', piece: 'y' }),
      close(0),
      event('weather_report', { sunny: true }),
      JSON.stringify({ nothing: 'known' }),
      ...text(1, 'ok'),
      end(),
      stop,
    )
    expect(only(events, 'raw').map(({ eventType }) => eventType)).toEqual(['hologram_delta', 'hologram', 'weather_report', 'event'])
    expect(partsIn(events)).toEqual([{ kind: 'text', text: 'ok' }])
    // A piece that nobody could put in its place makes the block another than the provider's.
    expect(events.at(-1)).not.toHaveProperty('native')
  })

  it('is put together where it comes in a piece of its own: a summary of the conversation', () => {
    const summary = { type: 'compaction', content: 'So far …', signature: 's' }
    const events = reduce(
      start(),
      open(0, { type: 'compaction', content: null }),
      delta(0, { type: 'compaction_delta', content: 'So far …', signature: 's' }),
      close(0),
      end('compaction'),
      stop,
    )
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'compaction', data: summary }])
    expect(events.at(-1)).toMatchObject({ finishReason: 'pause', native: { items: [summary] } })
  })

  it('names the model that took over for another', () => {
    const fallback = { type: 'fallback', from: { model: 'claude-x' }, to: { model: 'claude-y' } }
    expect(reduce(start(), open(0, fallback), close(0), ...text(1, 'ok'), end(), stop).at(-1)).toMatchObject({ model: 'claude-y' })
  })

  it('goes with the text that it stands behind: citations', () => {
    const citation = { type: 'page_location', cited_text: 'a', document_index: 0 }
    const events = reduce(
      start(),
      open(0, { type: 'text', text: '', citations: [] }),
      delta(0, { type: 'citations_delta', citation }),
      delta(0, { type: 'text_delta', text: 'a' }),
      close(0),
      ...text(1, 'b'),
      end(),
      stop,
    )
    expect(partsIn(events)).toEqual([
      { kind: 'text', text: 'a', annotations: [citation] },
      { kind: 'text', text: 'b' },
    ])
    expect(events.at(-1)).toMatchObject({
      native: {
        items: [
          { type: 'text', text: 'a', citations: [citation] },
          { type: 'text', text: 'b' },
        ],
      },
    })
  })
})

describe('what goes wrong in the wild', () => {
  it('overload in the middle of an answer: an error, the text kept, the count of the beginning not told as usage', () => {
    const events = reduce(
      start(),
      open(0, { type: 'text', text: '' }),
      delta(0, { type: 'text_delta', text: 'Once' }),
      event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
    )
    expect(partsIn(events)).toEqual([{ kind: 'text', text: 'Once' }])
    expect(events.at(-1)).toMatchObject({
      type: 'error',
      error: {
        code: 'provider_error',
        message: expect.stringContaining('Overloaded'),
        meta: { provider_code: 'overloaded_error', retryable: true },
      },
    })
    expect(only(events, 'usage')).toEqual([])
  })

  it('overload before anything was said begins no part, so that another attempt can be made', () => {
    const events = reduce(
      start(),
      open(0, { type: 'text', text: '' }),
      event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
    )
    expect(events.map(({ type }) => type)).toEqual(['error'])
  })

  it('an error of any shape, by its data or its line alone, and said twice, is one error', () => {
    for (const data of [
      '{"type":"error","error":{"type":"api_error","message":"Bad"}}',
      '{"error":{"message":"Bad","type":"api_error"}}',
    ]) {
      expect(only(reduce(start(), data, data), 'error')).toHaveLength(1)
    }
    const reducer = new MessagesReducer({})
    expect(reducer.push({ event: 'error', data: '{"message":"Bad","type":"api_error"}' })).toMatchObject([
      { type: 'error', error: { meta: { retryable: true } } },
    ])
  })

  it('usage after an error is still read, and nothing else', () => {
    const events = reduce(start(), ...text(0, 'a'), event('error', { error: { message: 'x' } }), ...text(1, 'b'), end(), stop)
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['error', 'usage'])
    expect(partsIn(events)).toHaveLength(1)
  })

  it('an end of file without an end: interrupted, the text kept, no usage made up', () => {
    const events = reduce(start(), open(0, { type: 'text', text: '' }), delta(0, { type: 'text_delta', text: 'Once' }))
    expect(partsIn(events)).toEqual([{ kind: 'text', text: 'Once' }])
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { meta: { interrupted: true } } })
    expect(only(events, 'usage')).toEqual([])
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'usage', data: { input_tokens: 10, output_tokens: 1 } }])
  })

  it('an end without the last event, or with that of another dialect, is an end', () => {
    expect(reduce(start(), ...text(0, 'x'), end()).at(-1)).toMatchObject({ type: 'response-end', finishReason: 'stop' })
    expect(reduce(start(), ...text(0, 'x'), '[DONE]').at(-1)).toMatchObject({ type: 'response-end', finishReason: 'unknown' })
  })

  it('an event that is not JSON: kept raw, an error, the text kept', () => {
    const events = reduce(start(), ...text(0, 'Once'), '{"type":"content_bl', end())
    expect(only(events, 'raw')).toMatchObject([{ data: '{"type":"content_bl' }])
    expect(only(events, 'error')).toMatchObject([{ error: { meta: { provider_code: 'garbled' } } }])
    expect(partsIn(events)).toHaveLength(1)
  })

  it('a last event that is cut off is an interruption', () => {
    const reducer = new MessagesReducer({})
    const events = [start(), ...text(0, 'Once')].flatMap((data) => reducer.push({ data }))
    const rest = [...reducer.push({ data: '{"type":"mess', unterminated: true }), ...reducer.end()]
    expect(partsIn(events)).toHaveLength(1)
    expect(rest.at(-1)).toMatchObject({ type: 'error', error: { meta: { interrupted: true } } })
  })

  it('the end’s usage corrects the beginning’s, and what is null corrects nothing', () => {
    const usage = { input_tokens: 61, output_tokens: 2, cache_read_input_tokens: null }
    const events = reduce(start({ input_tokens: 43, output_tokens: 1, cache_read_input_tokens: 7 }), end('end_turn', usage), stop)
    expect(only(events, 'usage')).toMatchObject([{ inputTokens: 68, cachedTokens: 7, outputTokens: 2 }])
  })

  it('usage that cannot be right is kept raw', () => {
    const events = reduce(start(), end('end_turn', { output_tokens: -3 }), stop)
    expect(only(events, 'usage')).toEqual([])
    expect(only(events, 'raw')).toMatchObject([{ eventType: 'usage', data: { output_tokens: -3 } }])
  })

  it('blocks that are never closed, numbered from one, or begun twice are parts all the same', () => {
    const events = reduce(
      start(),
      start(),
      open(1, { type: 'text', text: '' }),
      delta(1, { type: 'text_delta', text: 'a' }),
      ...text(1, 'b'),
      open(7, { type: 'tool_use', id: 't', name: 'f' }),
      end(),
      stop,
    )
    expect(partsIn(events)).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
      { kind: 'tool-call', id: 't', name: 'f', arguments: '{}' },
    ])
  })

  it('a whole message inside the first event is read', () => {
    const events = reduce(
      event('message_start', {
        message: { content: [{ type: 'text', text: 'all' }, 'odd'], usage: { input_tokens: 1, output_tokens: 1 } },
      }),
      end(),
      stop,
    )
    expect(partsIn(events)).toEqual([{ kind: 'text', text: 'all' }])
    expect(only(events, 'raw')).toMatchObject([{ eventType: 'content', data: 'odd' }])
  })

  it('a megabyte of arguments in tiny pieces, and 100,000 pieces of text, take linear work', () => {
    const argument = JSON.stringify({ text: 'x'.repeat(1_000_000) })
    const pieces = Array.from({ length: Math.ceil(argument.length / 8) }, (_, at) => argument.slice(at * 8, at * 8 + 8))
    const calls = [
      open(0, { type: 'tool_use', id: 't', name: 'f', input: {} }),
      ...pieces.map((piece) => delta(0, { type: 'input_json_delta', partial_json: piece })),
      close(0),
    ]
    const words = Array.from({ length: 100_000 }, () => delta(1, { type: 'text_delta', text: 'ab' }))
    const startMs = performance.now()
    const parts = partsIn(reduceAll([start(), ...calls, ...words, end(), stop]))
    expect(parts[0]).toEqual({ kind: 'tool-call', id: 't', name: 'f', arguments: argument })
    expect(parts[1]).toMatchObject({ kind: 'text', text: 'ab'.repeat(100_000) })
    expect(performance.now() - startMs).toBeLessThan(5_000)
  })

  it('nothing that JSON can say makes it throw, and every part that begins ends', () => {
    const types = fc.constantFrom(
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'ping',
      'error',
      'x',
    )
    const kinds = fc.constantFrom(
      'text',
      'thinking',
      'tool_use',
      'redacted_thinking',
      'text_delta',
      'thinking_delta',
      'input_json_delta',
      'citations_delta',
      'z',
    )
    const inner = fc.record(
      { type: kinds, text: fc.jsonValue(), thinking: fc.jsonValue(), partial_json: fc.jsonValue(), data: fc.jsonValue() },
      { requiredKeys: [] },
    )
    const any = fc.record(
      {
        type: types,
        index: fc.oneof(fc.nat(3), fc.jsonValue()),
        content_block: inner,
        delta: inner,
        message: fc.jsonValue(),
        usage: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const events = reduce(...list.map((one) => JSON.stringify(one)))
        expect(only(events, 'part-start').length).toBe(only(events, 'part-end').length)
        expect(only(events, 'response-end').length + only(events, 'error').length).toBe(1)
      }),
    )
  })
})
