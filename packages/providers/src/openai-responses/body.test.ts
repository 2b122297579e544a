import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { readResponsesBody } from './body.ts'

const HEAD = { id: 'resp_1', object: 'response', model: 'o3', status: 'completed', error: null }
const USAGE = { input_tokens: 17, output_tokens: 6, total_tokens: 23 }
const message = (...contents: readonly object[]): object => ({ id: 'm', type: 'message', role: 'assistant', content: contents })
const text = (said: string): object => ({ type: 'output_text', text: said, annotations: [] })
const call = (changes: object = {}): object => ({
  id: 'fc_1',
  type: 'function_call',
  call_id: 'c1',
  name: 'f',
  arguments: '{}',
  ...changes,
})

const read = (output: readonly unknown[], changes: object = {}, headers = {}): readonly ProviderEvent[] =>
  readResponsesBody({ ...HEAD, output, ...changes }, headers)
const partsOf = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'part-end' ? [event.part] : []))
const typesOf = (events: readonly ProviderEvent[]) => events.map(({ type }) => type)

describe('REQ-001 an answer that came as a whole', () => {
  it('has a part for each content, in their order', () => {
    expect(partsOf(read([message(text('alpha'), text('β')), message({ type: 'text', text: 'gamma' })]))).toEqual([
      { kind: 'text', text: 'alpha' },
      { kind: 'text', text: 'β' },
      { kind: 'text', text: 'gamma' },
    ])
  })

  it('EC3 keeps messages and calls in the order of the output', () => {
    const kinds = partsOf(read([call(), message(text('a')), call({ id: 'fc_2' }), message(text('b'))])).map(({ kind }) => kind)
    expect(kinds).toEqual(['tool-call', 'text', 'tool-call', 'text'])
  })

  it('EC2 gives a call the id of its item where it has none', () => {
    expect(partsOf(read([call({ call_id: undefined })]))).toMatchObject([{ id: 'fc_1' }])
    expect(partsOf(read([call({ call_id: undefined, id: undefined })]))).toMatchObject([{ id: 'call_0' }])
  })

  it('is read where a server writes a text or a value for what should be a list or a text', () => {
    expect(partsOf(read([{ id: 'm', type: 'message', content: 'plain' }, call({ arguments: { a: [1] } })]))).toMatchObject([
      { text: 'plain' },
      { arguments: '{"a":[1]}' },
    ])
  })

  it('tells a refusal apart', () => {
    const events = read([message({ type: 'refusal', refusal: 'No.' })])
    expect(partsOf(events)).toEqual([{ kind: 'refusal', text: 'No.' }])
    expect(events.at(-1)).toMatchObject({ finishReason: 'refusal' })
  })

  it('shows reasoning, as summary or as text, and not twice', () => {
    const summary = { type: 'reasoning', id: 'r1', summary: [{ type: 'summary_text', text: 'brief' }] }
    const both = { type: 'reasoning', id: 'r2', summary: [{ text: 'long' }], content: [{ type: 'reasoning_text', text: 'long' }] }
    expect(partsOf(read([summary, both]))).toEqual([
      { kind: 'thinking', text: 'brief' },
      { kind: 'thinking', text: 'long' },
    ])
  })

  it('is left as it was', () => {
    const body = Object.freeze({
      ...HEAD,
      output: Object.freeze([Object.freeze(message(Object.freeze(text('x')))), Object.freeze(call())]),
    })
    expect(partsOf(readResponsesBody(body, {}))).toHaveLength(2)
  })

  it.each<[string, unknown]>([
    ['an empty object', {}],
    ['a list', []],
    ['a number', 42],
    ['nothing', null],
    ['another API’s answer', { object: 'chat.completion', choices: [{ message: { content: 'x' } }] }],
    ['an output that is none', { object: 'response', output: 'x' }],
  ])('is refused where it is none: %s', (_, body) => {
    const events = readResponsesBody(body, {})
    expect(typesOf(events)).toEqual(['raw', 'error'])
    expect(events[1]).toMatchObject({ error: { message: expect.stringMatching(/^Invalid Responses payload.*base URL/) } })
  })
})

describe('REQ-002 the usage of a whole answer', () => {
  it('EC1 is all there is where the output is empty', () => {
    expect(typesOf(read([], { usage: USAGE }))).toEqual(['usage', 'response-end'])
  })

  it('is absent where the provider gives none', () => {
    expect(typesOf(read([message(text('a'))]))).not.toContain('usage')
    expect(typesOf(read([message(text('a'))], { usage: null }))).not.toContain('usage')
  })

  it('has a cost where a gateway says one: in the usage first, else in a header', () => {
    const header = { 'x-litellm-response-cost': '3.15e-06' }
    const costs = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'cost' ? [event.totalUsd] : []))
    expect(costs(read([], { usage: USAGE }, header))).toEqual([3.15e-6])
    expect(costs(read([], { usage: { ...USAGE, cost: 1 } }, header))).toEqual([1])
    expect(typesOf(read([], { usage: USAGE }, header)).at(-1)).toBe('response-end')
  })
})

describe('how a whole answer ended', () => {
  it.each<[object, object]>([
    [
      { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
      { finishReason: 'length', nativeFinishReason: 'incomplete' },
    ],
    [{ status: 'queued' }, { finishReason: 'pause', nativeFinishReason: 'queued' }],
    [{ status: undefined }, { finishReason: 'stop', nativeFinishReason: 'completed' }],
  ])('%o', (changes, expected) => {
    expect(read([], changes).at(-1)).toMatchObject({ type: 'response-end', ...expected })
  })

  it('is read of a response that runs in the background and has no output yet', () => {
    expect(readResponsesBody({ id: 'r', object: 'response', status: 'queued' }, {}).at(-1)).toMatchObject({
      finishReason: 'pause',
      responseId: 'r',
    })
  })

  it('ES2 is an error where it failed, with what had come', () => {
    const events = read([message(text('half'))], { status: 'failed', error: { code: 'server_error', message: 'fell over' }, usage: USAGE })
    expect(partsOf(events)).toEqual([{ kind: 'text', text: 'half' }])
    expect(typesOf(events).slice(-2)).toEqual(['error', 'usage'])
  })

  it('ES2 is an error where a good status brought one', () => {
    const events = readResponsesBody({ error: { message: 'no such thing', code: 'x' } }, {})
    expect(events).toMatchObject([{ type: 'error', error: { message: expect.stringContaining('no such thing') } }])
  })
})
