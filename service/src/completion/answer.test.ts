import type { ProviderEvent, ResponseFormat, RunMode, StreamEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createAnswer } from './answer.ts'
import { collect } from './collect.ts'
import { toTestResponse } from './test-response.ts'

const answerOf = (...events: readonly ProviderEvent[]) => {
  const builder = createAnswer()
  for (const event of events) builder.take(event)
  return builder.toAnswer()
}
const text = (value: string, index = 0): ProviderEvent => ({ type: 'part-end', index, part: { kind: 'text', text: value } })
const call = (index: number): ProviderEvent => ({
  type: 'part-end',
  index,
  part: { kind: 'tool-call', id: `c${index}`, name: 'find', arguments: '{"q":' },
})
const response = (events: readonly ProviderEvent[], mode: RunMode = 'completion', responseFormat?: ResponseFormat) =>
  toTestResponse({
    mode,
    raw: false,
    responseFormat,
    answer: answerOf(...events),
    rounds: [],
    settings: { sent: { seed: 7 }, dropped: [], changed: [] },
    tree: { version: '1.0.0', nodes: [] },
    traceId: 't',
    spanId: 's',
    wire: null,
  })

describe('createAnswer', () => {
  it('puts the parts together in their order', () => {
    const { message } = answerOf(call(2), text('b', 1), text('a', 0), {
      type: 'part-end',
      index: 3,
      part: { kind: 'thinking', text: 'hm', signature: 'sig' },
    })
    expect(message).toEqual({
      role: 'assistant',
      content: 'ab',
      toolCalls: [{ id: 'c2', type: 'function', function: { name: 'find', arguments: '{"q":' } }],
      thinking: [{ text: 'hm', signature: 'sig' }],
    })
  })

  it('keeps what the same dialect has to see again', () => {
    const native = { dialect: 'openrouter', items: [{ type: 'reasoning.encrypted', data: 'x' }] }
    const { message } = answerOf(text('a'), { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop', native })
    expect(message).toEqual({ role: 'assistant', content: 'a', native })
  })

  it('keeps usage and a bill, also after an error', () => {
    const answer = answerOf(
      text('half'),
      { type: 'error', error: { code: 'provider_error', message: 'first' } },
      { type: 'usage', inputTokens: 1, outputTokens: 2, totalTokens: 3, source: 'provider' },
      { type: 'cost', totalUsd: 0.5, source: 'gateway' },
      { type: 'error', error: { code: 'internal', message: 'second' } },
    )
    expect(answer).toMatchObject({
      message: { content: 'half' },
      usage: { totalTokens: 3 },
      billed: { totalUsd: 0.5, source: 'gateway' },
      error: { message: 'first' },
    })
  })

  it('keeps what a gateway says of itself', () => {
    const gateway = { name: 'litellm', model: 'openai/gpt-4o-mini' }
    expect(answerOf({ type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop', gateway }).gateway).toEqual(gateway)
    expect(answerOf(text('a')).gateway).toBeNull()
  })

  it('does not take an unknown cost for a bill', () => {
    expect(answerOf({ type: 'cost', totalUsd: null, source: 'unknown' }).billed).toBeNull()
  })
})

describe('toTestResponse', () => {
  it('gives text as written, also where it is JSON', () => {
    const format: ResponseFormat = { type: 'json_object' }
    expect(response([text('{"a": 1}')])).toMatchObject({ data: '{"a": 1}', content_type: 'text/plain' })
    expect(response([text('{"a": 1}')], 'completion', format)).toMatchObject({
      data: '{"a": 1}',
      parsed: { a: 1 },
      content_type: 'application/json',
    })
    expect(response([text('null')], 'completion', format)).toMatchObject({ parsed: null, content_type: 'application/json' })
  })

  it('has no parsed value where the text is no JSON', () => {
    const broken = response([text('{"a": ')], 'completion', { type: 'json_object' })
    expect(broken).not.toHaveProperty('parsed')
    expect(broken.content_type).toBe('text/plain')
  })

  it('gives tool calls where there is no text, in wire form', () => {
    expect(response([call(0)])).toMatchObject({
      data: [{ id: 'c0', type: 'function', function: { name: 'find', arguments: '{"q":' } }],
      message: { content: null, tool_calls: [{ id: 'c0' }] },
      content_type: 'application/json',
    })
    expect(response([text('say'), call(1)]).data).toBe('say')
  })

  it('gives the refusal where that is all there is', () => {
    expect(response([{ type: 'part-end', index: 0, part: { kind: 'refusal', text: 'No.' } }])).toMatchObject({
      data: 'No.',
      message: { refusal: 'No.' },
    })
  })

  it('gives the whole message in a chat', () => {
    expect(response([text('hello')], 'chat')).toMatchObject({
      data: { role: 'assistant', content: 'hello' },
      content_type: 'application/json',
    })
  })

  it('names the settings of which a gateway does not say whether the model got them', () => {
    const end = { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop' } as const
    const gateway = { name: 'litellm', settingsDoubt: 'may be left out' }
    expect(response([text('a'), { ...end, gateway }]).settings.doubted).toEqual([{ name: 'seed', reason: 'may be left out' }])
    expect(response([text('a'), end]).settings).toEqual({ sent: { seed: 7 }, dropped: [], changed: [] })
  })

  it('gives empty text for an empty answer', () => {
    expect(response([])).toMatchObject({ data: '', finish_reason: 'unknown' })
  })
})

async function* ending(...events: readonly StreamEvent[]) {
  yield* events
}

describe('collect', () => {
  it('takes the last event of a run', async () => {
    const error = { code: 'provider_error', message: 'm', meta: { partial: 'half of it' } } as const
    expect(await collect(ending(text('half of it'), { type: 'error', error }))).toEqual({ ok: false, error })
    const result = response([text('hi')])
    expect(await collect(ending({ type: 'result', response: result }))).toEqual({ ok: true, response: result })
  })

  it('does not take a run for finished that has no end', async () => {
    await expect(collect(ending(text('half')))).rejects.toThrow(/ends with/)
  })
})
