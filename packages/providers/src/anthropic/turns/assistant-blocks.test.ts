import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import { toAssistantBlocks } from './assistant-blocks.ts'

function written(message: Omit<Message, 'role'>) {
  const report = createReportBuilder()
  const blocks = toAssistantBlocks({ role: 'assistant', ...message }, 'messages[1]', {
    rules: rulesOf('m'),
    report,
    refuse: () => undefined,
  })
  const { dropped, changed } = report.toReport({})
  return { blocks, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) }
}

const ITEMS = [
  { type: 'thinking', thinking: 'Hm ', signature: 'Er8E+/=' },
  { type: 'redacted_thinking', data: 'enc' },
  { type: 'text', text: 'See ', citations: [{ type: 'page_location' }] },
  { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'x' } },
  { type: 'text', text: 'this' },
  { type: 'tool_use', id: 't', name: 'f', input: { b: 1, a: [2] }, caller: { type: 'direct' } },
]
const native = { dialect: 'anthropic', items: ITEMS }
const toolCalls = [{ id: 't', type: 'function', function: { name: 'f', arguments: '{ "a":[2], "b": 1 }' } }] as const
const thinking = [
  { text: 'Hm ', signature: 'Er8E+/=' },
  { text: '', redacted: 'enc' },
]

describe('an earlier answer', () => {
  it('goes back as its provider wrote it, byte for byte', () => {
    const { blocks, dropped, changed } = written({ content: 'See this', toolCalls, thinking, native })
    expect(JSON.stringify(blocks)).toBe(JSON.stringify(ITEMS))
    expect([dropped, changed]).toEqual([[], []])
  })

  it.each([
    ['its text', { content: 'See that', toolCalls }],
    [
      'an argument of a call',
      { content: 'See this', toolCalls: [{ ...toolCalls[0], function: { name: 'f', arguments: '{"a":[3],"b":1}' } }] },
    ],
    ['a call', { content: 'See this' }],
  ] as const)('that was edited in %s loses its thoughts, and that is told', (_, edited) => {
    const { blocks, dropped } = written({ ...edited, thinking, native })
    expect(JSON.stringify(blocks)).not.toContain('thinking')
    expect(blocks[0]).toEqual({ type: 'text', text: edited.content })
    expect(dropped).toEqual(['messages[1].native', 'messages[1].thinking'])
  })

  it('by another dialect is put together anew, without its thoughts, and that is told', () => {
    const foreign = { dialect: 'openai-responses', items: [{ type: 'reasoning', encrypted_content: 'x' }] }
    expect(written({ content: 'Hello', thinking, native: foreign })).toEqual({
      blocks: [{ type: 'text', text: 'Hello' }],
      dropped: ['messages[1].native', 'messages[1].thinking'],
      changed: [],
    })
  })

  it('without its original gets its signed thoughts back from the message', () => {
    expect(written({ content: 'So', thinking, toolCalls })).toEqual({
      blocks: [
        { type: 'thinking', thinking: 'Hm ', signature: 'Er8E+/=' },
        { type: 'redacted_thinking', data: 'enc' },
        { type: 'text', text: 'So' },
        { type: 'tool_use', id: 't', name: 'f', input: { a: [2], b: 1 } },
      ],
      dropped: [],
      changed: [],
    })
  })

  it('leaves out thoughts that nobody signed', () => {
    expect(written({ content: 'So', thinking: [{ text: 'plain' }] })).toEqual({
      blocks: [{ type: 'text', text: 'So' }],
      dropped: ['messages[1].thinking[0]'],
      changed: [],
    })
  })

  it.each(['{"city": "Par', '[1]', '"x"', 'null'])('shows its model the arguments that are no object: %s', (text) => {
    const broken = [{ id: 't', type: 'function', function: { name: 'f', arguments: text } }] as const
    expect(written({ toolCalls: broken })).toEqual({
      blocks: [{ type: 'tool_use', id: 't', name: 'f', input: { INVALID_JSON: text } }],
      dropped: [],
      changed: ['messages[1].tool_calls[0].function.arguments'],
    })
  })

  it('has ids that the Messages API takes', () => {
    const odd = [{ id: 'functions.f:0', type: 'function', function: { name: 'f', arguments: '{}' } }] as const
    expect(written({ toolCalls: odd })).toMatchObject({ blocks: [{ id: 'functions_f_0' }], changed: ['messages[1].tool_calls[0].id'] })
  })

  it('that was refused says so as text', () => {
    expect(written({ content: null, refusal: 'I cannot.' })).toEqual({
      blocks: [{ type: 'text', text: 'I cannot.' }],
      dropped: [],
      changed: ['messages[1].refusal'],
    })
  })

  it('may be text in parts, and nothing but text', () => {
    const content = [
      { type: 'text', text: 'a' },
      { type: 'text', text: ' ' },
      { type: 'image_url', imageUrl: { url: 'https://x' } },
    ] as const
    expect(written({ content })).toMatchObject({
      blocks: [{ type: 'text', text: 'a' }],
      dropped: ['messages[1].content[1]', 'messages[1].content[2]'],
    })
  })
})
