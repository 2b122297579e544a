import { describe, expect, it } from 'vitest'
import { readChatRequest } from './read-chat-request.ts'

const messages = [{ role: 'user', content: 'x' }]
const base = { model: 'writer', messages }
const tools = [{ type: 'function', function: { name: 'f', parameters: {} } }]

describe('readChatRequest', () => {
  it('reads every setting, and takes null for absent', () => {
    const read = readChatRequest({
      ...base,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 5,
      max_completion_tokens: null,
      stop: ['a', ''],
      seed: 7,
      temperature: 0,
      logprobs: true,
      top_logprobs: 3,
      tools,
      tool_choice: 'required',
      reasoning_effort: 'low',
      thinking: { type: 'adaptive' },
      response_format: null,
    })
    expect(read).toMatchObject({
      ok: true,
      request: {
        stream: true,
        includeUsage: true,
        maxTokens: 5,
        stop: ['a'],
        seed: 7,
        logprobs: true,
        topLogprobs: 3,
        format: { type: 'text' },
        tools: [{ name: 'f', description: '', parameters: {} }],
        toolChoice: { type: 'required' },
        effort: 'low',
        thinking: 'enabled',
      },
    })
  })

  it('chooses tools by itself where there are some, and none where there are none', () => {
    expect(readChatRequest({ ...base, tools })).toMatchObject({ request: { toolChoice: { type: 'auto' } } })
    expect(readChatRequest(base)).toMatchObject({ request: { toolChoice: { type: 'none' } } })
  })

  it.each<[string, object, string | null, string | null]>([
    ['an unknown field', { ...base, top_k: 5 }, 'top_k', 'unknown_parameter'],
    ['no model', { messages }, null, null],
    ['no messages', { model: 'writer' }, 'messages', 'missing_required_parameter'],
    ['an empty list of messages', { model: 'writer', messages: [] }, 'messages', 'empty_array'],
    ['an unknown role', { ...base, messages: [{ role: 'robot', content: 'x' }] }, 'messages[0].role', 'invalid_value'],
    ['a message without content', { ...base, messages: [{ role: 'user' }] }, 'messages[0].content', null],
    [
      'an unknown part',
      { ...base, messages: [{ role: 'user', content: [{ type: 'video' }] }] },
      'messages[0].content[0].type',
      'invalid_value',
    ],
    [
      'a tool message without the id of its call',
      { ...base, messages: [{ role: 'tool', content: 'x' }] },
      'messages[0].tool_call_id',
      null,
    ],
    ['a high temperature', { ...base, temperature: 2.1 }, 'temperature', 'decimal_above_max_value'],
    ['a low penalty', { ...base, presence_penalty: -3 }, 'presence_penalty', 'decimal_below_min_value'],
    ['a temperature in words', { ...base, temperature: 'hot' }, 'temperature', 'invalid_type'],
    ['no tokens at all', { ...base, max_tokens: 0 }, 'max_tokens', 'integer_below_min_value'],
    ['half a token', { ...base, max_completion_tokens: 1.5 }, 'max_completion_tokens', 'invalid_type'],
    ['five stop sequences', { ...base, stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop', 'array_above_max_length'],
    ['top_logprobs alone', { ...base, top_logprobs: 2 }, 'top_logprobs', null],
    ['stream_options without a stream', { ...base, stream_options: {} }, 'stream_options', null],
    ['several answers', { ...base, n: 2 }, 'n', 'unsupported_value'],
    ['an unknown effort', { ...base, reasoning_effort: 'extreme' }, 'reasoning_effort', 'invalid_value'],
    ['an unknown format', { ...base, response_format: { type: 'xml' } }, 'response_format.type', 'invalid_value'],
    [
      'a schema without a name',
      { ...base, response_format: { type: 'json_schema', json_schema: {} } },
      'response_format.json_schema.name',
      'missing_required_parameter',
    ],
    [
      'a tool with a bad name',
      { ...base, tools: [{ type: 'function', function: { name: 'a b' } }] },
      'tools[0].function.name',
      'invalid_value',
    ],
    ['a choice without tools', { ...base, tool_choice: 'auto' }, 'tool_choice', null],
    [
      'a choice of a tool that is not there',
      { ...base, tools, tool_choice: { type: 'function', function: { name: 'g' } } },
      'tool_choice',
      null,
    ],
  ])('refuses %s and names the place', (_, body, param, code) => {
    expect(readChatRequest(body)).toMatchObject({ ok: false, error: { status: 400, type: 'invalid_request_error', param, code } })
  })
})
