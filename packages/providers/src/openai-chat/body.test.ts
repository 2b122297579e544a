import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { readChatBody } from './body.ts'

const answer = (message: object, rest: object = {}, choiceRest: object = {}): object => ({
  id: 'c1',
  model: 'm-2026',
  object: 'chat.completion',
  choices: [{ index: 0, message, finish_reason: 'stop', ...choiceRest }],
  ...rest,
})
const parts = (events: readonly ProviderEvent[]) => events.flatMap((event) => (event.type === 'part-end' ? [event.part] : []))
const types = (events: readonly ProviderEvent[]) => events.map(({ type }) => type)

describe('readChatBody', () => {
  it('reads text, usage and the end', () => {
    const usage = { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 }
    expect(readChatBody(answer({ role: 'assistant', content: 'Hi' }, { usage }), {})).toEqual([
      { type: 'part-start', index: 0, kind: 'text' },
      { type: 'part-delta', index: 0, delta: 'Hi' },
      { type: 'part-end', index: 0, part: { kind: 'text', text: 'Hi' } },
      { type: 'usage', inputTokens: 3, outputTokens: 1, totalTokens: 4, source: 'provider' },
      { type: 'response-end', finishReason: 'stop', nativeFinishReason: 'stop', responseId: 'c1', model: 'm-2026' },
    ])
  })

  it('reads thinking, refusals, calls, annotations and probabilities as the stream does', () => {
    const message = {
      reasoning_content: 'Hm',
      reasoning: 'Hm',
      content: 'Text',
      annotations: [{ type: 'url_citation' }],
      tool_calls: [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }],
    }
    const events = readChatBody(answer(message, {}, { logprobs: { content: [{ token: 'T', logprob: -1 }] } }), {})
    expect(parts(events)).toEqual([
      { kind: 'thinking', text: 'Hm' },
      { kind: 'text', text: 'Text', annotations: [{ type: 'url_citation' }] },
      { kind: 'tool-call', id: 'a', name: 'f', arguments: '{}' },
    ])
    expect(types(events)).toContain('logprobs')
    expect(parts(readChatBody(answer({ content: null, refusal: 'No.' }), {}))).toEqual([{ kind: 'refusal', text: 'No.' }])
    expect(parts(readChatBody(answer({ content: '<think>a</think>b' }), {}))).toEqual([
      { kind: 'thinking', text: 'a' },
      { kind: 'text', text: 'b' },
    ])
  })

  it('takes a finish reason that is absent for an unknown one: the answer came in one piece', () => {
    expect(readChatBody(answer({ content: 'Hi' }, {}, { finish_reason: null }), {}).at(-1)).toMatchObject({
      type: 'response-end',
      finishReason: 'unknown',
    })
  })

  describe('cost', () => {
    const headers = { 'x-litellm-response-cost': '0.002' }

    it('is LiteLLM’s header, before the end', () => {
      const events = readChatBody(answer({ content: 'Hi' }), headers)
      expect(events.slice(-2)).toMatchObject([{ type: 'cost', totalUsd: 0.002, source: 'gateway' }, { type: 'response-end' }])
    })

    it('is the bill in the usage where there is one', () => {
      const usage = { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4, cost: 0.5 }
      const events = readChatBody(answer({ content: 'Hi' }, { usage }), headers)
      expect(events.filter(({ type }) => type === 'cost')).toEqual([{ type: 'cost', totalUsd: 0.5, source: 'gateway' }])
    })

    it('is none for an error, though the header says 0', () => {
      const events = readChatBody({ error: { message: 'No' } }, { 'x-litellm-response-cost': '0' })
      expect(types(events)).toEqual(['error'])
    })
  })

  it.each([
    ['an error', { error: { message: 'No tokens', code: 429 } }, { code: 'provider_rate_limited' }],
    ['an error within the choice', answer({ content: '' }, {}, { error: { message: 'No', code: 502 } }), { code: 'provider_error' }],
    ['something else', { hello: 'world' }, { code: 'provider_error', message: expect.stringContaining('base URL') }],
    ['a list', [1], { code: 'provider_error' }],
    ['nothing', null, { code: 'provider_error' }],
    ['a choice without a message', { choices: [{ index: 0 }] }, { code: 'provider_error' }],
  ])('tells %s as one error', (_, body, error) => {
    const events = readChatBody(body, {})
    expect(events.filter(({ type }) => type === 'error')).toMatchObject([{ error }])
    expect(types(events)).not.toContain('response-end')
  })
})
