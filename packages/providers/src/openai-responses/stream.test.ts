import type { ErrorDetail, Part, ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { ResponsesReducer } from './stream.ts'

type Event = Readonly<Record<string, unknown>>

const USAGE = { input_tokens: 17, output_tokens: 6, total_tokens: 23 }
const created = { type: 'response.created', response: { id: 'resp_1', model: 'o3', status: 'in_progress', error: null, usage: null } }
const completed = (changes: Event = {}): Event => ({
  type: 'response.completed',
  response: { id: 'resp_1', model: 'o3', status: 'completed', error: null, usage: USAGE, ...changes },
})
const text = (delta: unknown, changes: Event = {}): Event => ({ type: 'response.output_text.delta', delta, ...changes })
const added = (item: Event, place?: number): Event => ({ type: 'response.output_item.added', output_index: place, item })
const done = (item: Event, place?: number): Event => ({ type: 'response.output_item.done', output_index: place, item })
const argued = (delta: string, id = 'fc_1'): Event => ({ type: 'response.function_call_arguments.delta', item_id: id, delta })
const functionCall = (argumentText: string, changes: Event = {}): Event => ({
  id: 'fc_1',
  type: 'function_call',
  call_id: 'call_1',
  name: 'lookup',
  arguments: argumentText,
  ...changes,
})

function read(events: readonly (Event | string)[], headers: Readonly<Record<string, string>> = {}): readonly ProviderEvent[] {
  const reducer = new ResponsesReducer(headers)
  const told = events.flatMap((event) => reducer.push({ data: typeof event === 'string' ? event : JSON.stringify(event) }))
  return [...told, ...reducer.end()]
}

const partsOf = (events: readonly ProviderEvent[]): readonly Part[] =>
  events.flatMap((event) => (event.type === 'part-end' ? [event.part] : []))
const errorsOf = (events: readonly ProviderEvent[]): readonly ErrorDetail[] =>
  events.flatMap((event) => (event.type === 'error' ? [event.error] : []))
const typesOf = (events: readonly ProviderEvent[]): readonly string[] => events.map(({ type }) => type)
const endOf = (events: readonly ProviderEvent[]) => events.find((event) => event.type === 'response-end')
const usageOf = (events: readonly ProviderEvent[]) => events.find((event) => event.type === 'usage')

describe('REQ-002 the end of a stream', () => {
  it('bears the usage that the server reports, whatever came before', () => {
    const events = read([created, text('Bon'), text('jour'), completed()])
    expect(typesOf(events).slice(-2)).toEqual(['usage', 'response-end'])
    expect(usageOf(events)).toMatchObject({ inputTokens: 17, outputTokens: 6, totalTokens: 23, source: 'provider' })
    expect(endOf(events)).toEqual({
      type: 'response-end',
      finishReason: 'stop',
      nativeFinishReason: 'completed',
      responseId: 'resp_1',
      model: 'o3',
    })
  })

  it('bears the usage alone where nothing else came', () => {
    expect(typesOf(read([completed()]))).toEqual(['usage', 'response-end'])
  })

  it('EC7 that is missing is an interruption: the text is kept, and no usage made up', () => {
    for (const last of [[], ['[DONE]']]) {
      const events = read([created, text('cut'), text(' off'), ...last])
      expect(partsOf(events)).toEqual([{ kind: 'text', text: 'cut off' }])
      expect(errorsOf(events)).toMatchObject([{ meta: { interrupted: true } }])
      expect(usageOf(events)).toBeUndefined()
    }
  })

  it('is the last response’s where a gateway sends several, one after the other', () => {
    const events = read([
      created,
      added(functionCall(''), 0),
      done(functionCall('{}'), 0),
      completed({ usage: { ...USAGE, input_tokens: 1 } }),
      { ...created, response: { id: 'resp_2' } },
      added({ id: 'msg_2', type: 'message' }, 0),
      text('Done.', { item_id: 'msg_2', output_index: 0 }),
      completed({ id: 'resp_2' }),
    ])
    expect(partsOf(events).map(({ kind }) => kind)).toEqual(['tool-call', 'text'])
    expect(typesOf(events).filter((type) => type === 'usage' || type === 'response-end')).toEqual(['usage', 'response-end'])
    expect([usageOf(events), endOf(events)]).toMatchObject([{ inputTokens: 17 }, { finishReason: 'stop', responseId: 'resp_2' }])
  })

  it('is one even where [DONE] follows, and nothing is read behind that', () => {
    expect(typesOf(read([text('a'), completed(), '[DONE]', text('b')])).filter((type) => type === 'response-end')).toHaveLength(1)
    expect(partsOf(read([text('a'), completed(), '[DONE]', text('b')]))).toEqual([{ kind: 'text', text: 'a' }])
  })

  it.each<[string, Event, Event]>([
    ['max_output_tokens', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, { finishReason: 'length' }],
    ['content_filter', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, { finishReason: 'content-filter' }],
    ['another reason', { status: 'incomplete', incomplete_details: { reason: 'steered' } }, { finishReason: 'unknown' }],
    ['no reason', { status: 'incomplete' }, { finishReason: 'unknown' }],
  ])('says why an answer is incomplete: %s', (_, response, expected) => {
    const events = read([text('half'), { type: 'response.incomplete', response: { usage: USAGE, ...response } }])
    expect(endOf(events)).toMatchObject({ ...expected, nativeFinishReason: 'incomplete' })
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'half' }])
    expect(events).toContainEqual({ type: 'raw', eventType: 'response.incomplete_details', data: response['incomplete_details'] })
  })

  it('may be called done, and may come without a status', () => {
    expect(endOf(read([text('a'), { type: 'response.done', response: { id: 'r' } }]))).toMatchObject({ finishReason: 'stop' })
    expect(endOf(read([text('a'), { type: 'response.cancelled', response: {} }]))).toMatchObject({
      nativeFinishReason: 'cancelled',
      finishReason: 'unknown',
    })
  })
})

describe('REQ-001 the output of a stream', () => {
  it('is text that goes on where it is not said of which item it is', () => {
    expect(partsOf(read([text('a'), { type: 'response.message_content.delta', delta: 'b' }, completed()]))).toEqual([
      { kind: 'text', text: 'ab' },
    ])
  })

  it('is text even where a piece of it is a number, or nothing', () => {
    expect(partsOf(read([text(42), text('.5'), text(null), text(' km'), completed()]))).toEqual([{ kind: 'text', text: '42.5 km' }])
  })

  it('EC3 keeps the order of items, each with parts of its own', () => {
    const message = (id: string, said: string): Event => ({
      id,
      type: 'message',
      content: [{ type: 'output_text', text: said, annotations: [] }],
    })
    const events = read([
      added(message('m1', ''), 0),
      text('First ', { item_id: 'm1', output_index: 0 }),
      done(message('m1', 'First '), 0),
      added(functionCall(''), 1),
      argued('{}'),
      done(functionCall('{}'), 1),
      added(message('m2', ''), 2),
      text('then', { item_id: 'm2', output_index: 2, content_index: 0 }),
      text('more', { item_id: 'm2', output_index: 2, content_index: 1 }),
      completed(),
    ])
    expect(partsOf(events).map((part) => (part.kind === 'tool-call' ? part.name : part.text))).toEqual(['First ', 'lookup', 'then', 'more'])
    expect(endOf(events)).toMatchObject({ finishReason: 'tool-calls' })
  })

  it('is read piece by piece where two items grow at once', () => {
    const events = read([
      added(functionCall('', { id: 'a', call_id: 'ca' }), 0),
      added(functionCall('', { id: 'b', call_id: 'cb' }), 1),
      argued('{"x"', 'a'),
      argued('[1', 'b'),
      argued(':1}', 'a'),
      argued(']', 'b'),
      completed(),
    ])
    expect(partsOf(events)).toMatchObject([
      { id: 'ca', arguments: '{"x":1}' },
      { id: 'cb', arguments: '[1]' },
    ])
  })

  it('is told by its place where a gateway writes another id into every event', () => {
    const events = read([
      added({ id: 'm-a', type: 'message' }, 0),
      text('one ', { item_id: 'm-b', output_index: 0 }),
      text('text', { item_id: 'm-c', output_index: 0 }),
      done({ id: 'm-d', type: 'message', content: [{ type: 'output_text', text: 'one text' }] }, 0),
      completed(),
    ])
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'one text' }])
  })

  it('is told once, though it is said again by every closing event', () => {
    const part = { type: 'output_text', text: 'Hi', annotations: [] }
    const place = { item_id: 'm', output_index: 0, content_index: 0 }
    const item = { id: 'm', type: 'message', content: [part] }
    const events = read([
      added({ ...item, content: [] }, 0),
      { type: 'response.content_part.added', ...place, part: { ...part, text: '' } },
      text('Hi', place),
      { type: 'response.output_text.done', ...place, text: 'Hi' },
      { type: 'response.content_part.done', ...place, part },
      done(item, 0),
      completed({ output: [item] }),
    ])
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'Hi' }])
    expect(typesOf(events)).toEqual(['part-start', 'part-delta', 'part-end', 'usage', 'response-end'])
  })

  it('is completed by a closing event that knows more', () => {
    const place = { item_id: 'm', output_index: 0, content_index: 0 }
    expect(partsOf(read([text('Hel', place), { type: 'response.output_text.done', ...place, text: 'Hello' }, completed()]))).toEqual([
      { kind: 'text', text: 'Hello' },
    ])
    expect(partsOf(read([done({ id: 'm', type: 'message', content: [{ type: 'text', text: 'Whole' }] }), completed()]))).toEqual([
      { kind: 'text', text: 'Whole' },
    ])
  })

  it('is read from the last event where it came nowhere else', () => {
    const output = [{ id: 'm', type: 'message', content: [{ type: 'output_text', text: 'Hi' }] }, functionCall('{}')]
    expect(partsOf(read([created, completed({ output })]))).toMatchObject([{ text: 'Hi' }, { name: 'lookup' }])
  })

  it('has annotations, from pieces or from the whole', () => {
    const place = { item_id: 'm', output_index: 0, content_index: 0 }
    const citation = { type: 'url_citation', url: 'https://example.org' }
    const inPieces = read([
      text('a', place),
      { type: 'response.output_text.annotation.added', ...place, annotation: citation },
      completed(),
    ])
    expect(partsOf(inPieces)).toEqual([{ kind: 'text', text: 'a', annotations: [citation] }])
    const whole = read([
      done({ id: 'm', type: 'message', content: [{ type: 'output_text', text: 'a', annotations: [citation] }] }),
      completed(),
    ])
    expect(partsOf(whole)).toEqual(partsOf(inPieces))
    expect(typesOf(read([{ type: 'response.output_text.annotation.added', annotation: citation }, completed()]))).toContain('raw')
  })

  it('has log probabilities, told once', () => {
    const token = { token: 'a', logprob: -0.1, bytes: [97], top_logprobs: [{ token: 'b', logprob: -2 }] }
    const content = { type: 'output_text', text: 'a', logprobs: [token] }
    const expected = { type: 'logprobs', index: 0, tokens: [{ token: 'a', logprob: -0.1, top: [{ token: 'b', logprob: -2 }] }] }
    const streamed = read([
      text('a', { item_id: 'm', logprobs: [token] }),
      done({ id: 'm', type: 'message', content: [content] }),
      completed(),
    ])
    expect(streamed.filter(({ type }) => type === 'logprobs')).toEqual([expected])
    const whole = read([done({ id: 'm', type: 'message', content: [content] }), completed()])
    expect(whole.filter(({ type }) => type === 'logprobs')).toEqual([expected])
  })

  it('tells a refusal apart from text', () => {
    const place = { item_id: 'm', output_index: 0, content_index: 0 }
    const events = read([
      { type: 'response.refusal.delta', ...place, delta: 'I ' },
      { type: 'response.refusal.delta', ...place, delta: 'cannot.' },
      { type: 'response.refusal.done', ...place, refusal: 'I cannot.' },
      completed(),
    ])
    expect(partsOf(events)).toEqual([{ kind: 'refusal', text: 'I cannot.' }])
    expect(endOf(events)).toMatchObject({ finishReason: 'refusal' })
  })
})

describe('REQ-001 function calls of a stream', () => {
  it('EC2 have the item’s id where they have none of their own', () => {
    const call = functionCall('{}', { call_id: undefined })
    expect(partsOf(read([added({ ...call, arguments: '' }), argued('{}'), done(call), completed()]))).toMatchObject([
      { id: 'fc_1', arguments: '{}' },
    ])
    expect(partsOf(read([argued('{}'), completed()]))).toEqual([{ kind: 'tool-call', id: 'fc_1', name: '', arguments: '{}' }])
  })

  it('keep arguments as they came: none, broken, or other than their pieces said', () => {
    for (const [pieces, whole] of [
      ['', ''],
      ['{bad json', '{bad json'],
      ['{"partial"', '{"final":true}'],
    ] as const) {
      expect(partsOf(read([added(functionCall('')), argued(pieces), done(functionCall(whole)), completed()]))).toMatchObject([
        { arguments: whole },
      ])
    }
  })

  it('are whole by their own closing event as well', () => {
    const events = read([
      added(functionCall('')),
      { type: 'response.function_call_arguments.done', item_id: 'fc_1', arguments: '{"a":1}' },
      completed(),
    ])
    expect(partsOf(events)).toMatchObject([{ name: 'lookup', arguments: '{"a":1}' }])
  })

  it('may have their arguments, or the beginning of them, in the first event', () => {
    expect(partsOf(read([added(functionCall('{"a":1}')), completed()]))).toMatchObject([{ arguments: '{"a":1}' }])
    expect(partsOf(read([added(functionCall('{"a":1}')), argued('{"a":1}'), completed()]))).toMatchObject([{ arguments: '{"a":1}' }])
    expect(partsOf(read([added(functionCall('{"a"')), argued(':1}'), completed()]))).toMatchObject([{ arguments: '{"a":1}' }])
  })

  it('of a custom tool have their input as arguments', () => {
    const call = { id: 'ct_1', type: 'custom_tool_call', call_id: 'c1', name: 'shell', input: 'ls -l' }
    const events = read([
      added({ ...call, input: '' }, 0),
      { type: 'response.custom_tool_call_input.delta', item_id: 'ct_1', output_index: 0, delta: 'ls' },
      { type: 'response.custom_tool_call_input.done', item_id: 'ct_1', output_index: 0, input: 'ls -l' },
      done(call, 0),
      completed(),
    ])
    expect(partsOf(events)).toEqual([{ kind: 'tool-call', id: 'c1', name: 'shell', arguments: 'ls -l' }])
    expect(endOf(events)).toMatchObject({ finishReason: 'tool-calls', native: { items: [call] } })
  })

  it('cost no more for each piece the longer they get: a megabyte in pieces of four', () => {
    const reducer = new ResponsesReducer({})
    reducer.push({ data: JSON.stringify(added(functionCall(''))) })
    const data = JSON.stringify(argued('abcd'))
    for (let piece = 0; piece < 250_000; piece += 1) reducer.push({ data })
    const [part] = partsOf(reducer.push({ data: JSON.stringify(done(functionCall('abcd'.repeat(250_000)))) }))
    expect(part?.kind === 'tool-call' ? part.arguments.length : 0).toBe(1_000_000)
  })
})

describe('reasoning', () => {
  const piece = (delta: string, index = 0): Event => ({
    type: 'response.reasoning_summary_text.delta',
    item_id: 'rs',
    summary_index: index,
    delta,
  })
  const sealed = (changes: Event = {}): Event => ({
    id: 'rs',
    type: 'reasoning',
    summary: [{ type: 'summary_text', text: 'step one' }],
    encrypted_content: 'ENC==',
    ...changes,
  })

  it('is told once, and sealed for the next turn', () => {
    const events = read([
      piece('step '),
      piece('one'),
      { type: 'response.reasoning_summary_text.done', item_id: 'rs', summary_index: 0, text: 'step one' },
      done(sealed()),
      text('ans'),
      completed(),
    ])
    expect(partsOf(events)).toEqual([
      { kind: 'thinking', text: 'step one' },
      { kind: 'text', text: 'ans' },
    ])
    expect(endOf(events)?.native).toEqual({ dialect: 'openai-responses', items: [sealed()] })
  })

  it('has a part for each part of its summary', () => {
    const events = read([piece('one', 0), piece('two', 1), completed()])
    expect(partsOf(events)).toEqual([
      { kind: 'thinking', text: 'one' },
      { kind: 'thinking', text: 'two' },
    ])
  })

  it('is shown where it is sealed alone by nothing, and kept all the same', () => {
    const events = read([done(sealed({ summary: [] })), text('ans'), completed()])
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'ans' }])
    expect(endOf(events)?.native?.items).toHaveLength(1)
  })

  it('as text is shown too, and a summary that comes with it is not shown again', () => {
    const events = read([
      { type: 'response.reasoning_text.delta', item_id: 'rs', content_index: 0, delta: 'hm' },
      piece('hm'),
      done({ id: 'rs', type: 'reasoning', summary: [{ text: 'hm' }], content: [{ type: 'reasoning_text', text: 'hm' }] }),
      completed(),
    ])
    expect(partsOf(events)).toEqual([{ kind: 'thinking', text: 'hm' }])
  })
})

describe('what no meaning is known for', () => {
  it('is kept raw: events, items, contents', () => {
    const search = { id: 'ws', type: 'web_search_call', status: 'completed' }
    const events = read([
      { type: 'response.hologram.delta', delta: 'z' },
      added(search, 0),
      { type: 'response.web_search_call.searching', item_id: 'ws' },
      done(search, 0),
      done({ id: 'm', type: 'message', content: [{ type: 'hologram', depth: 3 }, 7] }, 1),
      completed(),
    ])
    expect(events.flatMap((event) => (event.type === 'raw' ? [event.eventType] : []))).toEqual([
      'response.hologram.delta',
      'response.output_item.added',
      'response.web_search_call.searching',
      'web_search_call',
      'hologram',
      'content',
    ])
    expect(endOf(events)?.native?.items[0]).toEqual(search)
  })

  it('never breaks the reading', () => {
    const odd: Event[] = [
      { type: 'response.output_item.added' },
      { type: 'response.output_item.done' },
      { type: 'response.output_item.done', item: 7 },
      { type: 'response.completed.not' },
      { type: 7 },
      {},
      { type: 'response.created', response: null },
      { type: 'response.output_text.delta', item_id: 7, output_index: 'x', content_index: null, delta: { a: 1 } },
    ]
    expect(partsOf(read([...odd, text('fine'), completed({ output: 7, model: 7, id: null, usage: 'none' })]))).toEqual([
      { kind: 'text', text: 'fine' },
    ])
  })

  it('a sign of life is one', () => {
    expect(typesOf(read([{ type: 'keepalive', sequence_number: 1 }, completed()]))[0]).toBe('heartbeat')
  })
})

describe('ES2 errors of a stream', () => {
  it('are told once, though an error event is followed by a failed response, and keep what came', () => {
    const error = { type: 'server_error', code: 'server_error', message: 'engine fell over' }
    const events = read([
      text('par'),
      { type: 'error', error },
      { type: 'response.failed', response: { status: 'failed', error, usage: USAGE } },
    ])
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'par' }])
    expect(errorsOf(events)).toMatchObject([
      { message: expect.stringContaining('engine fell over'), meta: { provider_code: 'server_error' } },
    ])
    expect(typesOf(events).slice(-2)).toEqual(['error', 'usage'])
  })

  it('are read flat, nested and under the event’s name alone', () => {
    const reducer = new ResponsesReducer({})
    const named = reducer.push({ event: 'error', data: '{"code":"rate_limit_exceeded","message":"slow down"}' })
    const flat = read([{ type: 'error', code: 'c', message: 'flat', param: null }])
    const bare = read([{ error: { message: 'bare' } }])
    expect([named, flat, bare].map((events) => errorsOf(events)[0]?.message)).toEqual([
      expect.stringContaining('slow down'),
      expect.stringContaining('flat'),
      expect.stringContaining('bare'),
    ])
    expect(errorsOf(named)[0]).toMatchObject({ code: 'provider_rate_limited', meta: { retryable: true } })
  })

  it('say so where a failed response gives no reason', () => {
    expect(errorsOf(read([{ type: 'response.failed', response: { status: 'failed' } }]))).toMatchObject([
      { message: expect.stringMatching(/stream failed/) },
    ])
  })

  it('are read out of a completed response that has one', () => {
    expect(errorsOf(read([completed({ error: { code: 'server_error', message: 'late' } })]))).toMatchObject([
      { message: expect.stringContaining('late') },
    ])
  })

  it('an event that is no JSON leaves a hole: the rest is read, and the end says so', () => {
    const events = read([text('a'), '{"type":', text('b'), completed()])
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'ab' }])
    expect(events).toContainEqual({ type: 'raw', eventType: 'garbled', data: '{"type":' })
    expect(typesOf(events).slice(-2)).toEqual(['error', 'usage'])
    expect(errorsOf(events)).toMatchObject([{ meta: { provider_code: 'garbled' } }])
  })

  it('a last event that is cut off is an interruption, not garbage', () => {
    const reducer = new ResponsesReducer({})
    reducer.push({ data: JSON.stringify(text('a')) })
    reducer.push({ data: '{"type":"resp', unterminated: true })
    expect(errorsOf(reducer.end())).toMatchObject([{ meta: { interrupted: true } }])
  })
})

describe('money and gateways', () => {
  it('the cost is what the usage says, by whoever says it', () => {
    const usage = { ...USAGE, cost: 0.002 }
    expect(read([completed({ usage })])).toContainEqual({ type: 'cost', totalUsd: 0.002, source: 'provider' })
    expect(read([completed({ usage })], { 'x-litellm-call-id': 'c' })).toContainEqual({ type: 'cost', totalUsd: 0.002, source: 'gateway' })
    expect(typesOf(read([completed({ usage: { ...USAGE, cost: null } })]))).not.toContain('cost')
  })

  it('a gateway is named at the end', () => {
    expect(endOf(read([completed()], { 'x-litellm-version': '1.2', 'x-litellm-model-name': 'openai/x' }))).toMatchObject({
      gateway: { name: 'litellm', model: 'openai/x' },
    })
  })

  it('usage that cannot be right is kept raw', () => {
    const events = read([completed({ usage: { input_tokens: -1, output_tokens: 2, total_tokens: 1 } })])
    expect(usageOf(events)).toBeUndefined()
    expect(events).toContainEqual(expect.objectContaining({ type: 'raw', eventType: 'usage' }))
  })
})
