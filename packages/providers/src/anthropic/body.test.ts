import { describe, expect, it } from 'vitest'
import { readMessagesBody } from './body.ts'

const MESSAGE = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-x',
  content: [
    { type: 'thinking', thinking: 'Hm', signature: 'sig' },
    { type: 'text', text: 'Hello', citations: null },
    { type: 'tool_use', id: 't', name: 'f', input: { a: 1 } },
  ],
  stop_reason: 'tool_use',
  stop_sequence: null,
  usage: {
    input_tokens: 3,
    cache_read_input_tokens: 4,
    cache_creation_input_tokens: 5,
    output_tokens: 6,
    output_tokens_details: { thinking_tokens: 2 },
  },
}

describe('readMessagesBody', () => {
  it('reads a whole message as what it would have streamed', () => {
    expect(readMessagesBody(MESSAGE, {})).toEqual([
      { type: 'part-start', index: 0, kind: 'thinking' },
      { type: 'part-delta', index: 0, delta: 'Hm' },
      { type: 'part-end', index: 0, part: { kind: 'thinking', text: 'Hm', signature: 'sig' } },
      { type: 'part-start', index: 1, kind: 'text' },
      { type: 'part-delta', index: 1, delta: 'Hello' },
      { type: 'part-end', index: 1, part: { kind: 'text', text: 'Hello' } },
      { type: 'part-start', index: 2, kind: 'tool-call', id: 't', name: 'f' },
      { type: 'part-delta', index: 2, delta: '{"a":1}' },
      { type: 'part-end', index: 2, part: { kind: 'tool-call', id: 't', name: 'f', arguments: '{"a":1}' } },
      {
        type: 'usage',
        inputTokens: 12,
        outputTokens: 6,
        totalTokens: 18,
        cachedTokens: 4,
        cacheWriteTokens: 5,
        reasoningTokens: 2,
        source: 'provider',
      },
      {
        type: 'response-end',
        finishReason: 'tool-calls',
        nativeFinishReason: 'tool_use',
        responseId: 'msg_1',
        model: 'claude-x',
        native: { dialect: 'anthropic', items: MESSAGE.content },
      },
    ])
  })

  it('reads a refusal without content, and a message that does not say why it ended', () => {
    const details = { type: 'refusal', category: 'cyber', explanation: 'No.' }
    const events = readMessagesBody({ ...MESSAGE, content: [], stop_reason: 'refusal', stop_details: details }, {})
    expect(events.map(({ type }) => type)).toEqual(['raw', 'part-start', 'part-delta', 'part-end', 'usage', 'response-end'])
    expect(events.at(-1)).toMatchObject({ finishReason: 'refusal' })
    expect(readMessagesBody({ content: [] }, {})).toEqual([{ type: 'response-end', finishReason: 'unknown', nativeFinishReason: null }])
  })

  it('tells what a gateway on the way says of itself, and its bill', () => {
    const headers = { 'x-litellm-version': '1.102.4', 'x-litellm-model-name': 'anthropic/claude-x', 'x-litellm-response-cost': '0.0125' }
    const events = readMessagesBody(MESSAGE, headers)
    expect(events.slice(-2)).toMatchObject([
      { type: 'cost', totalUsd: 0.0125, source: 'gateway' },
      { type: 'response-end', gateway: { name: 'litellm', version: '1.102.4', model: 'anthropic/claude-x' } },
    ])
    const billed = readMessagesBody({ ...MESSAGE, usage: { ...MESSAGE.usage, cost: 0.5 } }, {})
    expect(billed.at(-2)).toEqual({ type: 'cost', totalUsd: 0.5, source: 'provider' })
  })

  it('reads an error that came with a good status', () => {
    const body = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' }, request_id: 'req_9' }
    expect(readMessagesBody(body, {})).toMatchObject([
      {
        type: 'error',
        error: { code: 'provider_error', meta: { provider_code: 'overloaded_error', request_id: 'req_9', retryable: true } },
      },
    ])
  })

  it.each([{}, [], null, 'text', { choices: [] }, { content: 'text' }])('keeps %j, which is no message, and names the base URL', (body) => {
    const events = readMessagesBody(body, {})
    expect(events[0]).toEqual({ type: 'raw', eventType: 'body', data: body })
    expect(events[1]).toMatchObject({ type: 'error', error: { message: expect.stringContaining('base URL'), meta: { retryable: false } } })
  })
})
