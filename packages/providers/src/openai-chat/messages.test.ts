import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { toWireMessages } from './messages.ts'
import { openAiVariant } from './openai-variant.ts'
import { createReportBuilder } from '../dialect/settings-report.ts'

function write(...messages: readonly Message[]) {
  const report = createReportBuilder()
  const wire = toWireMessages(messages, openAiVariant.replayed, report)
  const { dropped, changed } = report.toReport({})
  return { wire, dropped, changed }
}

describe('toWireMessages', () => {
  it('reports what another API wrote, and carries its text alone', () => {
    const { wire, dropped } = write({ role: 'assistant', content: 'A', native: { dialect: 'anthropic', items: [{ type: 'thinking' }] } })
    expect(wire).toEqual([{ role: 'assistant', content: 'A' }])
    expect(dropped).toMatchObject([{ name: 'messages[0].native', reason: expect.stringContaining('anthropic') }])
  })

  it('keeps every role, name and text as it is', () => {
    const messages: readonly Message[] = [
      { role: 'system', content: 'S' },
      { role: 'developer', content: 'D', name: 'dev' },
      { role: 'user', content: '' },
      { role: 'assistant', content: 'A' },
    ]
    expect(write(...messages)).toEqual({ wire: messages, dropped: [], changed: [] })
  })

  it('spells calls, their results and refusals', () => {
    const { wire } = write(
      { role: 'assistant', content: null, toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a' } }] },
      { role: 'tool', toolCallId: 'c1', content: '7', name: 'f' },
      { role: 'assistant', refusal: 'No.' },
    )
    expect(wire).toEqual([
      { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a' } }] },
      { role: 'tool', tool_call_id: 'c1', content: '7', name: 'f' },
      { role: 'assistant', content: null, refusal: 'No.' },
    ])
  })

  it.each([
    ['user', ''],
    ['system', ''],
    ['tool', ''],
    ['assistant', null],
  ] as const)('says for a %s without content what the wire has for it', (role, content) => {
    expect(write({ role }).wire).toEqual([{ role, content }])
    expect(write({ role, content: null }).wire).toEqual([{ role, content }])
  })

  it('leaves out an empty list of calls, which providers refuse', () => {
    expect(write({ role: 'assistant', content: 'A', toolCalls: [] }).wire).toEqual([{ role: 'assistant', content: 'A' }])
  })

  it('spells the parts of a content', () => {
    const { wire, changed } = write({
      role: 'user',
      content: [
        { type: 'text', text: 'T' },
        { type: 'image_url', imageUrl: { url: 'https://x/y.png', detail: 'low' } },
        { type: 'image_url', imageUrl: { url: 'data:image/png;base64,AA' } },
        { type: 'input_audio', inputAudio: { data: 'AA', format: 'wav' } },
        { type: 'file', file: { fileId: 'file-1' } },
        { type: 'file', file: { fileId: 'https://x/y.pdf', format: 'application/pdf' } },
        { type: 'file', file: { fileId: 'data:application/pdf;base64,AA', filename: 'y.pdf', format: 'application/pdf' } },
        { type: 'file', file: { fileData: 'data:application/pdf;base64,AA', filename: 'y.pdf' } },
        { type: 'file', file: { fileData: 'AA' } },
      ],
    })
    expect(wire).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'T' },
          { type: 'image_url', image_url: { url: 'https://x/y.png', detail: 'low' } },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } },
          { type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } },
          { type: 'file', file: { file_id: 'file-1' } },
          { type: 'file', file: { file_id: 'https://x/y.pdf', format: 'application/pdf' } },
          { type: 'file', file: { file_data: 'data:application/pdf;base64,AA', filename: 'y.pdf' } },
          { type: 'file', file: { file_data: 'data:application/pdf;base64,AA', filename: 'y.pdf' } },
          { type: 'file', file: { file_data: 'AA' } },
        ],
      },
    ])
    expect(changed).toEqual([])
  })

  it('makes a data URL of bare base64 whose format is known, and says so', () => {
    const { wire, changed } = write({ role: 'user', content: [{ type: 'file', file: { fileData: 'AA', format: 'application/pdf' } }] })
    expect(wire[0]?.['content']).toEqual([{ type: 'file', file: { file_data: 'data:application/pdf;base64,AA' } }])
    expect(changed).toMatchObject([{ name: 'messages[0].content[0].file.file_data', to: 'data:application/pdf;base64,…' }])
  })

  it('leaves thinking of earlier answers behind, and says whose', () => {
    const { wire, dropped } = write(
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'A', thinking: [{ text: 'Hm', signature: 's' }] },
      { role: 'assistant', content: 'B', thinking: [] },
    )
    expect(JSON.stringify(wire)).not.toContain('Hm')
    expect(dropped).toEqual([{ name: 'messages[1].thinking', reason: expect.any(String) }])
  })
})
