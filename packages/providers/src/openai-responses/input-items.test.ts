import type { Message, Tool } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../dialect/settings-report.ts'
import { toInputItems } from './input-items.ts'

interface Written {
  readonly items: readonly unknown[]
  readonly dropped: readonly { readonly name: string; readonly reason: string }[]
  readonly changed: readonly { readonly name: string }[]
}

function written(messages: readonly Message[], tools: readonly Tool[] = []): Written {
  const report = createReportBuilder()
  const items = toInputItems({ messages, offset: 0, tools, report })
  return { items, ...report.toReport({}) }
}

const items = (...messages: readonly Message[]): readonly unknown[] => written(messages).items
const call = (id: string, name = 'f', text = '{}') => ({ id, type: 'function' as const, function: { name, arguments: text } })

describe('messages as input items', () => {
  it('keep their roles and places; text stays text', () => {
    const said: Message[] = [
      { role: 'system', content: 's' },
      { role: 'developer', content: 'd' },
      { role: 'user', content: 'u' },
      { role: 'assistant', content: 'a' },
    ]
    expect(items(...said)).toEqual(said)
  })

  it('spell parts as the API does', () => {
    expect(
      items({
        role: 'user',
        content: [
          { type: 'text', text: 'See' },
          { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AAAA', detail: 'low' } },
          { type: 'image_url', imageUrl: { url: 'https://example.org/a.png' } },
          { type: 'file', file: { fileId: 'file-1' } },
          { type: 'file', file: { fileId: 'https://example.org/a.pdf', filename: 'a.pdf' } },
          { type: 'file', file: { fileId: 'data:application/pdf;base64,AAAA' } },
          { type: 'file', file: { fileData: 'AAAA', format: 'application/pdf', filename: 'b.pdf' } },
        ],
      }),
    ).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'See' },
          { type: 'input_image', image_url: 'data:image/png;base64,AAAA', detail: 'low' },
          { type: 'input_image', image_url: 'https://example.org/a.png' },
          { type: 'input_file', file_id: 'file-1' },
          { type: 'input_file', file_url: 'https://example.org/a.pdf', filename: 'a.pdf' },
          { type: 'input_file', file_data: 'data:application/pdf;base64,AAAA' },
          { type: 'input_file', file_data: 'data:application/pdf;base64,AAAA', filename: 'b.pdf' },
        ],
      },
    ])
  })

  it('report what a file loses or is changed by', () => {
    const { dropped, changed } = written([
      {
        role: 'user',
        content: [
          { type: 'file', file: { fileId: 'file-1', format: 'application/pdf' } },
          { type: 'file', file: { fileData: 'AAAA', format: 'application/pdf' } },
        ],
      },
    ])
    expect(dropped).toMatchObject([{ name: 'messages[0].content[0].file.format' }])
    expect(changed).toMatchObject([{ name: 'messages[0].content[1].file.file_data' }])
  })

  it('make calls and their results items of their own, in order', () => {
    expect(
      items(
        { role: 'assistant', content: 'One moment.', toolCalls: [call('c1'), call('c2', 'g', '{"a":1')] },
        { role: 'tool', toolCallId: 'c1', content: '7' },
        { role: 'tool', toolCallId: 'c2', content: [{ type: 'text', text: '8' }] },
      ),
    ).toEqual([
      { role: 'assistant', content: 'One moment.' },
      { type: 'function_call', call_id: 'c1', name: 'f', arguments: '{}' },
      { type: 'function_call', call_id: 'c2', name: 'g', arguments: '{"a":1' },
      { type: 'function_call_output', call_id: 'c1', output: '7' },
      { type: 'function_call_output', call_id: 'c2', output: [{ type: 'input_text', text: '8' }] },
    ])
  })

  it('say nothing for an assistant who only calls', () => {
    for (const content of [null, '', undefined]) {
      const message = { role: 'assistant' as const, toolCalls: [call('c1')], ...(content === undefined ? {} : { content }) }
      expect(items(message)).toEqual([{ type: 'function_call', call_id: 'c1', name: 'f', arguments: '{}' }])
    }
    expect(items({ role: 'assistant', content: null })).toEqual([{ role: 'assistant', content: '' }])
    expect(items({ role: 'user' })).toEqual([{ role: 'user', content: '' }])
  })

  it('make calls of a custom tool custom calls, and their results too', () => {
    const tools: Tool[] = [{ type: 'custom', name: 'shell' }]
    const turn: Message[] = [
      { role: 'assistant', toolCalls: [call('c1', 'shell', 'ls -l')] },
      { role: 'tool', toolCallId: 'c1', content: 'a b' },
    ]
    expect(written(turn, tools).items).toEqual([
      { type: 'custom_tool_call', call_id: 'c1', name: 'shell', input: 'ls -l' },
      { type: 'custom_tool_call_output', call_id: 'c1', output: 'a b' },
    ])
  })

  it('keep a refusal as one, beside what was said', () => {
    expect(items({ role: 'assistant', content: 'Well.', refusal: 'No.' })).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'output_text', text: 'Well.' },
          { type: 'refusal', refusal: 'No.' },
        ],
      },
    ])
    expect(items({ role: 'assistant', content: null, refusal: 'No.' })).toEqual([
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
    ])
  })

  it('write an answer in parts as output text, and report what an answer cannot hold', () => {
    const { items: sent, dropped } = written([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'a' },
          { type: 'image_url', imageUrl: { url: 'https://example.org/a.png' } },
        ],
      },
    ])
    expect(sent).toEqual([{ role: 'assistant', content: [{ type: 'output_text', text: 'a' }] }])
    expect(dropped).toMatchObject([{ name: 'messages[0].content[1]' }])
  })

  it('report names and thinking, which have no place', () => {
    const { dropped } = written([
      { role: 'user', content: 'u', name: 'Ada' },
      { role: 'assistant', content: 'a', thinking: [{ text: 'hm' }] },
    ])
    expect(dropped.map(({ name }) => name)).toEqual(['messages[0].name', 'messages[1].thinking'])
  })

  it('leave a result without an id for the provider to refuse', () => {
    expect(items({ role: 'tool', content: '7' })).toEqual([{ type: 'function_call_output', output: '7' }])
  })
})

describe('an answer as the API wrote it', () => {
  const reasoning = { id: 'rs_1', type: 'reasoning', summary: [], encrypted_content: 'ENC==', odd: { key: [null] } }
  const said = { id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello', annotations: [] }] }
  const asked = { id: 'ct_1', type: 'custom_tool_call', call_id: 'c1', name: 'shell', input: 'ls' }
  const native = { dialect: 'openai-responses', items: [reasoning, said, asked] }
  const message: Message = { role: 'assistant', content: 'Hello', toolCalls: [call('c1', 'shell', 'ls')], native }

  it('goes back unmodified, thinking and all', () => {
    const { items: sent, dropped } = written([
      { ...message, thinking: [{ text: 'shown' }] },
      { role: 'tool', toolCallId: 'c1', content: 'a' },
    ])
    expect(JSON.stringify(sent.slice(0, 3))).toBe(JSON.stringify(native.items))
    expect(sent[3]).toEqual({ type: 'custom_tool_call_output', call_id: 'c1', output: 'a' })
    expect(dropped).toEqual([])
  })

  it.each<[string, Partial<Message>]>([
    ['another text', { content: 'Hello!' }],
    ['other arguments', { toolCalls: [call('c1', 'shell', 'rm')] }],
    ['no call', { toolCalls: [] }],
    ['a refusal', { refusal: 'No.' }],
  ])('stays behind where the message was edited: %s', (_, changes) => {
    const { items: sent, dropped } = written([{ ...message, ...changes }])
    expect(JSON.stringify(sent)).not.toContain('ENC==')
    expect(dropped).toMatchObject([{ name: 'messages[0].native', reason: expect.stringContaining('edited') }])
  })

  it('is compared with a text in parts as well', () => {
    expect(
      items({
        ...message,
        content: [
          { type: 'text', text: 'Hel' },
          { type: 'text', text: 'lo' },
        ],
      }),
    ).toEqual(native.items)
  })

  it('stays behind where another dialect wrote it, and is reported', () => {
    const { items: sent, dropped } = written([
      { role: 'assistant', content: 'Hi', native: { dialect: 'anthropic', items: [{ type: 'thinking' }] } },
    ])
    expect(sent).toEqual([{ role: 'assistant', content: 'Hi' }])
    expect(dropped).toMatchObject([{ name: 'messages[0].native' }])
  })

  it('is written in our words where only its id is kept', () => {
    expect(items({ role: 'assistant', content: 'Hi', native: { dialect: 'openai-responses', items: [], id: 'resp_1' } })).toEqual([
      { role: 'assistant', content: 'Hi' },
    ])
  })
})
