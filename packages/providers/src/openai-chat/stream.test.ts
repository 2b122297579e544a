import type { Part, ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { ChatReducer } from './stream.ts'

const DONE = '[DONE]'
const chunk = (delta: object | null, rest: object = {}, choiceRest: object = {}): string =>
  JSON.stringify({ id: 'c1', model: 'm-2026', choices: delta === null ? [] : [{ index: 0, delta, ...choiceRest }], ...rest })
const text = (content: string): string => chunk({ content })
const stop = (reason = 'stop'): string => chunk({}, {}, { finish_reason: reason })
const USAGE = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
const usage = chunk(null, { usage: USAGE })

function reduce(
  list: readonly (string | { readonly event?: string; readonly data: string; readonly unterminated?: true })[],
  headers = {},
): ProviderEvent[] {
  const reducer = new ChatReducer(headers)
  const events = list.flatMap((message) => reducer.push(typeof message === 'string' ? { data: message } : message))
  return [...events, ...reducer.end()]
}

const parts = (events: readonly ProviderEvent[]): Part[] => events.flatMap((event) => (event.type === 'part-end' ? [event.part] : []))
const types = (events: readonly ProviderEvent[]): string[] => events.map(({ type }) => type)
const only = <Type extends ProviderEvent['type']>(events: readonly ProviderEvent[], type: Type): Extract<ProviderEvent, { type: Type }>[] =>
  events.filter((event): event is Extract<ProviderEvent, { type: Type }> => event.type === type)

const cite = (url: string): object => ({ type: 'url_citation', url_citation: { url } })

describe('ChatReducer: an answer', () => {
  it('becomes a part, its deltas, usage and the end, in this order', () => {
    expect(reduce([chunk({ role: 'assistant', content: '' }), text('Hel'), text('lo'), stop(), usage, DONE])).toEqual([
      { type: 'part-start', index: 0, kind: 'text' },
      { type: 'part-delta', index: 0, delta: 'Hel' },
      { type: 'part-delta', index: 0, delta: 'lo' },
      { type: 'part-end', index: 0, part: { kind: 'text', text: 'Hello' } },
      { type: 'usage', inputTokens: 10, outputTokens: 5, totalTokens: 15, source: 'provider' },
      { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop', responseId: 'c1', model: 'm-2026' },
    ])
  })

  it('yields each delta with the chunk that brings it', () => {
    const reducer = new ChatReducer({})
    expect(types(reducer.push({ data: text('a') }))).toEqual(['part-start', 'part-delta'])
    expect(reducer.push({ data: text('b') })).toEqual([{ type: 'part-delta', index: 0, delta: 'b' }])
  })

  it('ends where `[DONE]` says so, and takes nothing after it', () => {
    const reducer = new ChatReducer({})
    expect(types([...reducer.push({ data: stop() }), ...reducer.push({ data: ' [DONE] ' })])).toEqual(['response-end'])
    expect([...reducer.push({ data: text('late') }), ...reducer.end()]).toEqual([])
  })

  it('is complete with a finish reason though `[DONE]` is missing', () => {
    expect(only(reduce([text('a'), stop('length')]), 'response-end')).toMatchObject([{ finishReason: 'length' }])
  })

  it('is complete with `[DONE]` though a finish reason is missing, and says that it is unknown', () => {
    expect(only(reduce([text('a'), DONE]), 'response-end')).toMatchObject([{ finishReason: 'unknown', nativeFinishReason: null }])
  })

  it('may begin with a chunk without choices, as Azure’s do', () => {
    const events = reduce([chunk(null, { prompt_filter_results: [] }), text('a'), stop(), DONE])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'a' }])
    expect(only(events, 'raw')).toHaveLength(1)
  })

  it('may be empty', () => {
    expect(types(reduce([stop(), DONE]))).toEqual(['response-end'])
  })

  it('leaves out an id that is empty', () => {
    const [end] = only(reduce([JSON.stringify({ id: '', choices: [{ delta: {}, finish_reason: 'stop' }] }), DONE]), 'response-end')
    expect(end).not.toHaveProperty('responseId')
    expect(end).not.toHaveProperty('model')
  })

  it('keeps to its first choice, and the others raw', () => {
    const other = JSON.stringify({ choices: [{ index: 1, delta: { content: 'other' } }] })
    const events = reduce([text('a'), other, stop(), DONE])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'a' }])
    expect(only(events, 'raw')).toMatchObject([{ eventType: 'choice' }])
  })
})

describe('ChatReducer: parts', () => {
  it('shows a refusal as one, and the end as a refusal', () => {
    const events = reduce([chunk({ content: null, refusal: '' }), chunk({ refusal: 'I ' }), chunk({ refusal: 'won’t.' }), stop(), DONE])
    expect(parts(events)).toEqual([{ kind: 'refusal', text: 'I won’t.' }])
    expect(only(events, 'response-end')).toMatchObject([{ finishReason: 'refusal', nativeFinishReason: 'stop' }])
  })

  it('ends thinking where the text begins, and text at the end', () => {
    const events = reduce([chunk({ reasoning_content: 'Hm' }), text('Yes'), stop(), DONE])
    expect(types(events)).toEqual(['part-start', 'part-delta', 'part-end', 'part-start', 'part-delta', 'part-end', 'response-end'])
    expect(parts(events)).toEqual([
      { kind: 'thinking', text: 'Hm' },
      { kind: 'text', text: 'Yes' },
    ])
  })

  it('keeps the order where thinking sets in again', () => {
    const events = reduce([chunk({ reasoning: 'one' }), text('A'), chunk({ reasoning: 'two' }), text('B'), stop(), DONE])
    expect(parts(events).map((part) => [part.kind, 'text' in part ? part.text : ''])).toEqual([
      ['thinking', 'one'],
      ['text', 'A'],
      ['thinking', 'two'],
      ['text', 'B'],
    ])
  })

  it('reads thinking between tags, and takes no tag for one where the provider shows thinking apart', () => {
    expect(parts(reduce([text('<thi'), text('nk>a</th'), text('ink>b'), stop(), DONE]))).toEqual([
      { kind: 'thinking', text: 'a' },
      { kind: 'text', text: 'b' },
    ])
    expect(parts(reduce([chunk({ reasoning: 'r' }), text('<think>a</think>'), stop(), DONE]))).toEqual([
      { kind: 'thinking', text: 'r' },
      { kind: 'text', text: '<think>a</think>' },
    ])
  })

  it('reads content that is a list of parts, and keeps those of another type raw', () => {
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] }
    const events = reduce([chunk({ content: [thinking, { type: 'text', text: 'A' }, { type: 'reference', ids: [1] }] }), stop(), DONE])
    expect(parts(events)).toEqual([
      { kind: 'thinking', text: 'Hm' },
      { kind: 'text', text: 'A' },
    ])
    expect(only(events, 'raw')).toMatchObject([{ eventType: 'content', data: { type: 'reference', ids: [1] } }])
  })

  it('puts annotations on the text, each once', () => {
    const events = reduce([chunk({ content: 'a', annotations: [cite('x')] }), chunk({ annotations: [cite('x'), cite('y')] }), stop(), DONE])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'a', annotations: [cite('x'), cite('y')] }])
  })

  it('tells the probabilities of the tokens of the part they belong to', () => {
    const content = [{ token: 'Hi', logprob: -0.1, bytes: [72], top_logprobs: [{ token: 'Yo', logprob: -2.5, bytes: [] }] }]
    const events = reduce([
      chunk({ content: '' }, {}, { logprobs: { content: [] } }),
      chunk({ content: 'Hi' }, {}, { logprobs: { content, refusal: null } }),
      stop(),
      DONE,
    ])
    expect(only(events, 'logprobs')).toEqual([
      { type: 'logprobs', index: 0, tokens: [{ token: 'Hi', logprob: -0.1, top: [{ token: 'Yo', logprob: -2.5 }] }] },
    ])
  })

  it('keeps structures of a delta that it knows no meaning for', () => {
    const events = reduce([chunk({ content: 'a', images: [{ url: 'u' }], token_id: 7, channel: 'x' }), stop(), DONE])
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'delta.images', data: [{ url: 'u' }] }])
  })
})

describe('ChatReducer: usage and cost', () => {
  it.each([
    ['last, without choices', [text('a'), stop(), usage, DONE]],
    ['first', [usage, text('a'), stop(), DONE]],
    ['with choices that are not empty, as LiteLLM’s', [text('a'), stop(), chunk({}, { usage: USAGE }), DONE]],
    ['with the last delta', [text('a'), chunk({}, { usage: USAGE }, { finish_reason: 'stop' }), DONE]],
    ['within the choice, as Moonshot’s', [text('a'), chunk({}, {}, { finish_reason: 'stop', usage: USAGE }), DONE]],
    ['in Groq’s own field', [text('a'), stop(), chunk({}, { x_groq: { usage: USAGE } }), DONE]],
    [
      'in every chunk, growing',
      [chunk({ content: 'a' }, { usage: { ...USAGE, completion_tokens: 1, total_tokens: 11 } }), stop(), usage, DONE],
    ],
  ])('are read once where usage comes %s', (_, list) => {
    expect(only(reduce(list), 'usage')).toEqual([{ type: 'usage', inputTokens: 10, outputTokens: 5, totalTokens: 15, source: 'provider' }])
  })

  it.each([
    ['null', null],
    ['absent', undefined],
  ])('are not made up where usage is %s', (_, value) => {
    expect(types(reduce([chunk({ content: 'a' }, { usage: value }), stop(), DONE]))).not.toContain('usage')
  })

  it('keep a report that cannot be right as it came', () => {
    const lie = { prompt_tokens: -1, completion_tokens: 5, total_tokens: 4 }
    const events = reduce([text('a'), stop(), chunk(null, { usage: lie }), DONE])
    expect(only(events, 'usage')).toEqual([])
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'usage', data: lie }])
  })

  it('come with the bill, named after who wrote it', () => {
    const billed = [text('a'), stop(), chunk(null, { usage: { ...USAGE, cost: 0.002 } }), DONE]
    expect(only(reduce(billed), 'cost')).toEqual([{ type: 'cost', totalUsd: 0.002, source: 'provider' }])
    expect(only(reduce(billed, { 'x-litellm-call-id': 'x' }), 'cost')).toEqual([{ type: 'cost', totalUsd: 0.002, source: 'gateway' }])
  })

  it('do not take a stream’s cost from LiteLLM’s header, which is wrong there', () => {
    expect(only(reduce([text('a'), stop(), usage, DONE], { 'x-litellm-response-cost': '0.5' }), 'cost')).toEqual([])
  })
})

describe('ChatReducer: what goes wrong', () => {
  const error = { message: 'Overloaded', code: 502 }

  it('an error in a chunk ends the parts, and what was billed is still told', () => {
    const events = reduce([text('Half'), chunk({}, { error, usage: { ...USAGE, cost: 0.1 } }), text('late'), DONE])
    expect(types(events)).toEqual(['part-start', 'part-delta', 'part-end', 'error', 'usage', 'cost'])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'Half' }])
    expect(only(events, 'error')).toMatchObject([
      {
        error: { code: 'provider_error', message: expect.stringContaining('Overloaded'), meta: { provider_status: 502, retryable: true } },
      },
    ])
  })

  it('usage that comes after the error is told too', () => {
    expect(types(reduce([text('a'), chunk(null, { error }), usage, DONE])).slice(-2)).toEqual(['error', 'usage'])
  })

  it.each([
    ['in an object', JSON.stringify({ error: { message: 'No' } })],
    ['nested', JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'No' } })],
    ['as text', JSON.stringify({ error: 'No' })],
    ['as an object of its own', JSON.stringify({ object: 'error', message: 'No', code: 400 })],
    ['within the choice', chunk({}, {}, { error: { message: 'No' } })],
    ['as an event named so, without a field for it', { event: 'error', data: '{"message":"No"}' }],
    ['as an event named so', { event: 'error', data: '{"error":{"message":"No"}}' }],
  ])('an error is read %s', (_, message) => {
    expect(only(reduce([text('a'), message, DONE]), 'error')).toMatchObject([{ error: { message: expect.stringMatching(/“No”$/) } }])
  })

  it('an error that is told twice is one', () => {
    const events = reduce([text('a'), chunk(null, { error }), { event: 'error', data: JSON.stringify({ error }) }, DONE])
    expect(only(events, 'error')).toHaveLength(1)
    expect(types(events)).not.toContain('response-end')
  })

  it('no error is one: null is none', () => {
    expect(only(reduce([chunk({ content: 'a' }, { error: null }), stop(), DONE]), 'error')).toEqual([])
  })

  it('an error outweighs a finish reason that came before it', () => {
    const events = reduce([text('a'), stop('length'), chunk({}, { error }), usage, DONE])
    expect(types(events).slice(-2)).toEqual(['error', 'usage'])
  })

  it('an end without its end is called interrupted, and no usage is made up', () => {
    const events = reduce([text('Half')])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'Half' }])
    expect(only(events, 'error')).toMatchObject([{ error: { code: 'provider_error', meta: { interrupted: true } } }])
    expect(types(events)).not.toContain('usage')
  })

  it('an event that is not JSON is kept, and told as garbled', () => {
    const events = reduce([text('Half'), '{"choices":[{"de', text('late'), usage, DONE])
    expect(only(events, 'raw')).toEqual([{ type: 'raw', eventType: 'garbled', data: '{"choices":[{"de' }])
    expect(only(events, 'error')).toMatchObject([{ error: { code: 'provider_error', message: expect.stringContaining('garbled') } }])
    expect(parts(events)).toEqual([{ kind: 'text', text: 'Half' }])
    expect(types(events).at(-1)).toBe('usage')
  })

  it.each(['7', '"text"', 'null', '[1]'])('JSON that is no object is garbled too (%s)', (data) => {
    expect(only(reduce([text('a'), data, DONE]), 'error')).toHaveLength(1)
  })

  it('a last event that was cut off is no garbled one: the stream was interrupted', () => {
    const events = reduce([text('Half'), { data: '{"choices":[{"de', unterminated: true }])
    expect(only(events, 'error')).toMatchObject([{ error: { meta: { interrupted: true } } }])
    expect(only(events, 'raw')).toHaveLength(1)
  })

  it('a finish reason of `error` without an error is told as one', () => {
    const events = reduce([text('a'), stop('error'), DONE])
    expect(only(events, 'error')).toMatchObject([{ error: { code: 'provider_error' } }])
    expect(types(events)).not.toContain('response-end')
  })

  it.each([
    '{"choices":7}',
    '{"choices":[null,7,"x",[]]}',
    '{"choices":[{"index":0}]}',
    '{"choices":[{"index":0,"delta":7}]}',
    '{"choices":[{"index":0,"delta":{"content":7,"tool_calls":7,"refusal":7,"annotations":7,"reasoning":7,"reasoning_details":[7,null]}}]}',
    '{"choices":[{"index":0,"delta":{"tool_calls":[7,null,{},{"function":7},{"index":"x"}]},"logprobs":7}]}',
    '{"choices":[{"index":0,"delta":{"content":"a"},"logprobs":{"content":[7,null,{"token":7}]}}],"usage":7,"id":7,"model":7}',
    '{"__proto__":{"error":{"message":"x"}},"constructor":7}',
  ])('shapes that nobody promised do no harm: %s', (data) => {
    const events = reduce([data, text('fine'), stop(), DONE])
    expect(parts(events).some((part) => part.kind === 'text' && part.text.endsWith('fine'))).toBe(true)
    expect(types(events).at(-1)).toBe('response-end')
  })
})

const time = (count: number, delta: (position: number) => object): number => {
  const list = Array.from({ length: count }, (_, position) => chunk(delta(position)))
  const startMs = performance.now()
  const events = reduce([...list, stop(), DONE])
  expect(events.length).toBeGreaterThanOrEqual(count)
  return performance.now() - startMs
}

describe('ChatReducer: size', () => {
  it.each([
    ['text', () => ({ content: 'word ' })],
    ['thinking', () => ({ reasoning_content: 'word ' })],
    ['thinking between tags', (position: number) => ({ content: position === 0 ? '<think>' : 'a < b ' })],
    ['one long tool call', () => ({ tool_calls: [{ index: 0, id: 'c', function: { name: 'f', arguments: '{"a":' } }] })],
    [
      'many tool calls',
      (position: number) => ({ tool_calls: [{ index: position, id: `c${position}`, function: { name: 'f', arguments: '{}' } }] }),
    ],
  ])('grows the work with the length and not with its square: %s', (_, delta) => {
    time(2_000, delta)
    const small = time(10_000, delta)
    expect(time(100_000, delta)).toBeLessThan(10 * small * 3 + 200)
  })
})
