import { describe, expect, it } from 'vitest'
import type { Message, ResponseFormat, ToolChoice } from '@vitrine/contracts'
import { readAnthropicRequest } from './anthropic-dialect.ts'
import { blockText, readAnthropicMessage } from './anthropic-message.ts'
import { readChatRequest, readStop } from './chat-dialect.ts'
import { readFormat } from './read-format.ts'
import { readResponsesRequest } from './responses-dialect.ts'
import { readToolChoice, readTools } from './read-tools.ts'

/** What is read, and what was told on the way. */
function telling<Value>(read: (tell: (what: string) => void) => Value): { readonly value: Value; readonly told: readonly string[] } {
  const told: string[] = []
  const value = read((what) => told.push(what))
  return { value, told }
}

describe('tools of a request', () => {
  it.each<readonly [string, unknown, unknown]>([
    [
      'nested',
      { type: 'function', function: { name: 'f', description: 'd' } },
      { type: 'function', function: { name: 'f', description: 'd' } },
    ],
    [
      'flat',
      { type: 'function', name: 'f', parameters: { type: 'object' }, strict: false },
      { type: 'function', function: { name: 'f', parameters: { type: 'object' }, strict: false } },
    ],
    [
      'of Messages',
      { name: 'f', input_schema: { type: 'object' } },
      { type: 'function', function: { name: 'f', parameters: { type: 'object' } } },
    ],
    [
      'of a provider itself',
      { type: 'web_search_20250305', name: 'web_search', max_uses: 5 },
      { type: 'web_search_20250305', name: 'web_search', max_uses: 5 },
    ],
  ])('%s are read', (_, tool, read) => {
    expect(telling((tell) => readTools([tool], tell))).toEqual({ value: [read], told: [] })
  })

  it.each([[[{}]], [['f']], [[{ type: 'function' }]], [[{ type: 'function', function: { description: 'no name' } }]], [[null]]])(
    '%j are told',
    (tools) => {
      expect(telling((tell) => readTools(tools, tell))).toEqual({ value: undefined, told: ['tools'] })
    },
  )

  it('are none where there is no list', () => {
    expect(telling((tell) => [readTools(undefined, tell), readTools('x', tell), readTools([], tell)])).toEqual({
      value: [undefined, undefined, undefined],
      told: [],
    })
  })

  it.each<readonly [unknown, ToolChoice]>([
    ['auto', 'auto'],
    ['none', 'none'],
    ['required', 'required'],
    [{ type: 'auto' }, 'auto'],
    [{ type: 'none' }, 'none'],
    [{ type: 'any' }, 'required'],
    [
      { type: 'tool', name: 'f' },
      { type: 'function', function: { name: 'f' } },
    ],
    [
      { type: 'function', name: 'f' },
      { type: 'function', function: { name: 'f' } },
    ],
    [
      { type: 'function', function: { name: 'f' } },
      { type: 'function', function: { name: 'f' } },
    ],
  ])('the choice %j is read', (choice, read) => {
    expect(telling((tell) => readToolChoice(choice, tell))).toEqual({ value: read, told: [] })
  })

  it.each(['sometimes', { type: 'tool' }, { type: 'custom', name: 'x' }, 5, {}])('the choice %j is told', (choice) => {
    expect(telling((tell) => readToolChoice(choice, tell))).toEqual({ value: undefined, told: ['tool_choice'] })
  })

  it('no choice is none', () => {
    expect(telling((tell) => [readToolChoice(undefined, tell), readToolChoice(null, tell)])).toEqual({
      value: [undefined, undefined],
      told: [],
    })
  })
})

describe('the format of an answer', () => {
  it.each<readonly [unknown, ResponseFormat]>([
    [{ type: 'text' }, { type: 'text' }],
    [{ type: 'json_object' }, { type: 'json_object' }],
    [
      { type: 'json_schema', json_schema: { name: 'n', description: 'd', schema: {}, strict: true } },
      { type: 'json_schema', jsonSchema: { name: 'n', description: 'd', schema: {}, strict: true } },
    ],
    [
      { type: 'json_schema', name: 'n', schema: { type: 'array' } },
      { type: 'json_schema', jsonSchema: { name: 'n', schema: { type: 'array' } } },
    ],
    [
      { type: 'json_schema', json_schema: {} },
      { type: 'json_schema', jsonSchema: { name: 'answer' } },
    ],
  ])('%j is read', (format, read) => {
    expect(telling((tell) => readFormat(format, tell))).toEqual({ value: read, told: [] })
  })

  it('of another kind is told; none is none', () => {
    expect(telling((tell) => readFormat({ type: 'grammar' }, tell))).toEqual({ value: undefined, told: ['response_format'] })
    expect(telling((tell) => readFormat(null, tell))).toEqual({ value: undefined, told: [] })
  })
})

describe('stop sequences', () => {
  it.each<readonly [unknown, unknown]>([
    ['x', 'x'],
    [
      ['x', 'y'],
      ['x', 'y'],
    ],
    [['x', 5], ['x']],
    [[], undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j are %j', (value, stop) => {
    expect(readStop(value)).toEqual(stop)
  })
})

describe('a turn of the Messages API', () => {
  const message = (value: unknown) => telling((tell) => readAnthropicMessage(value, tell))

  it.each<readonly [unknown, readonly Message[]]>([
    [{ role: 'user', content: 'x' }, [{ role: 'user', content: 'x' }]],
    [{ role: 'user', content: [] }, [{ role: 'user' }]],
    [{ role: 'user', content: [{ type: 'text', text: 'x' }] }, [{ role: 'user', content: 'x' }]],
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        },
      ],
    ],
    [
      { role: 'user', content: [{ type: 'image', source: { type: 'url', url: 'https://example.org/i.png' } }] },
      [{ role: 'user', content: [{ type: 'image_url', imageUrl: { url: 'https://example.org/i.png' } }] }],
    ],
    [
      { role: 'user', content: [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'AA' } }] },
      [{ role: 'user', content: [{ type: 'file', file: { fileData: 'data:application/pdf;base64,AA' } }] }],
    ],
    [
      { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f1' } }] },
      [{ role: 'user', content: [{ type: 'file', file: { fileId: 'f1' } }] }],
    ],
    [
      { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'f' }] },
      [{ role: 'assistant', toolCalls: [{ id: 't', type: 'function', function: { name: 'f', arguments: '{}' } }] }],
    ],
    [
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'x' }] },
      [{ role: 'tool', toolCallId: 't', content: 'x' }],
    ],
    [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 't' }] }, [{ role: 'tool', toolCallId: 't', content: '' }]],
    [{ role: 'assistant', content: [{ type: 'thinking', thinking: 'hm' }] }, [{ role: 'assistant', thinking: [{ text: 'hm' }] }]],
  ])('%j is read', (value, messages) => {
    expect(message(value)).toEqual({ value: messages, told: [] })
  })

  it.each<readonly [unknown, string]>([
    [{ role: 'critic', content: 'x' }, 'messages'],
    ['x', 'messages'],
    [{ role: 'user', content: [{ type: 'search_result' }] }, 'content.search_result'],
    [{ role: 'user', content: [{ type: 'image', source: {} }] }, 'content.image'],
    [{ role: 'user', content: [{}] }, 'content.block'],
    [{ role: 'user', content: [{ type: 'text', text: 'x', cache_control: {} }] }, 'cache_control'],
  ])('%j is told as %s', (value, what) => {
    expect(message(value).told).toEqual([what])
  })

  it('has one text of its text blocks', () => {
    expect(
      blockText([
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ]),
    ).toBe('a\nb')
    expect(blockText('a')).toBe('a')
    expect(blockText(5)).toBe('')
  })
})

describe('a body', () => {
  it('with nothing in it has nothing', () => {
    for (const read of [readChatRequest, readResponsesRequest, readAnthropicRequest]) {
      const { value, told } = telling((tell) => read({}, tell))
      expect(value.messages).toEqual([])
      expect(Object.keys(value.settings).filter((name) => name !== 'api')).toEqual([])
      expect(told).toEqual([])
    }
  })

  it('with values of other kinds leaves them out', () => {
    const wrong = {
      model: 5,
      messages: 'x',
      temperature: 'hot',
      max_tokens: null,
      stop: {},
      seed: '7',
      logprobs: 'yes',
      thinking: 'on',
      reasoning: 'x',
      text: 5,
      stream: 'true',
      system: 5,
    }
    for (const read of [readChatRequest, readResponsesRequest, readAnthropicRequest]) {
      const { value } = telling((tell) => read(wrong, tell))
      expect(Object.keys(value.settings).filter((name) => name !== 'api')).toEqual([])
    }
  })

  it('of Responses keeps several parts, and tells those that it cannot', () => {
    const content = [
      { type: 'input_text', text: 'a' },
      { type: 'input_file', file_data: 'data:x', filename: 'x' },
      { type: 'input_image', image_url: 'u', detail: 'low' },
      { type: 'input_file' },
      'x',
    ]
    const { value, told } = telling((tell) => readResponsesRequest({ input: [{ role: 'user', content }] }, tell))
    expect(value.messages[0]?.content).toEqual([
      { type: 'text', text: 'a' },
      { type: 'file', file: { fileData: 'data:x', filename: 'x' } },
      { type: 'image_url', imageUrl: { url: 'u', detail: 'low' } },
    ])
    expect(told).toEqual(['input.input_file', 'input.part'])
  })

  it('of Responses gives the output of a tool as text', () => {
    const { value } = telling((tell) =>
      readResponsesRequest({ input: [{ type: 'function_call_output', call_id: 'c', output: [{ type: 'input_text', text: 'x' }] }] }, tell),
    )
    expect(value.messages).toEqual([{ role: 'tool', toolCallId: 'c', content: '[{"type": "input_text", "text": "x"}]' }])
  })
})
