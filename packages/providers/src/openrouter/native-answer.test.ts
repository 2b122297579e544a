import type { Message, Part } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { reasoningOf, toNativeAnswer } from './native-answer.ts'

const details = [
  { type: 'reasoning.encrypted', data: 'x', index: 0 },
  { type: 'reasoning.text', text: 'a', signature: 's', index: 1 },
]
const parts: readonly Part[] = [
  { kind: 'thinking', text: 'a', signature: 's' },
  { kind: 'text', text: 'It is ' },
  { kind: 'tool-call', id: 'c1', name: 'f', arguments: '{"a' },
  { kind: 'text', text: '7.' },
]
const items = toNativeAnswer(parts, details)?.items ?? []
const answer: Message = {
  role: 'assistant',
  content: 'It is 7.',
  toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a' } }],
}

describe('an answer of OpenRouter', () => {
  it('is kept as one message with its reasoning', () => {
    expect(toNativeAnswer(parts, details)).toEqual({
      dialect: 'openrouter',
      items: [
        {
          role: 'assistant',
          content: 'It is 7.',
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a' } }],
          reasoning_details: details,
        },
      ],
    })
  })

  it('is not kept where it holds nothing that a message could not say', () => {
    expect(toNativeAnswer(parts, [])).toBeNull()
  })

  it('gives its reasoning back unmodified, after a journey as JSON too', () => {
    expect(reasoningOf(items, answer)).toBe(details)
    expect(JSON.stringify(reasoningOf(JSON.parse(JSON.stringify(items)), answer))).toBe(JSON.stringify(details))
    expect(
      reasoningOf(items, {
        ...answer,
        content: [
          { type: 'text', text: 'It is ' },
          { type: 'text', text: '7.' },
        ],
      }),
    ).toBe(details)
    const silent = toNativeAnswer([], details)?.items ?? []
    for (const content of [null, '', undefined] as const) {
      expect(reasoningOf(silent, { role: 'assistant', ...(content === undefined ? {} : { content }) })).toBe(details)
    }
  })

  it.each<[string, Message]>([
    ['its text', { ...answer, content: 'It is 8.' }],
    ['its text away', { ...answer, content: null }],
    [
      'an image beside its text',
      {
        ...answer,
        content: [
          { type: 'text', text: 'It is 7.' },
          { type: 'image_url', imageUrl: { url: 'data:,' } },
        ],
      },
    ],
    ['a call away', { role: 'assistant', content: 'It is 7.' }],
    ['the arguments of a call', { ...answer, toolCalls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{}' } }] }],
  ])('keeps it back where somebody changed %s', (_, message) => {
    expect(reasoningOf(items, message)).toBeNull()
  })

  it.each([[[]], [[1]], [[{}]], [[{ content: 'It is 7.', reasoning_details: [] }]], [[...items, ...items]], [['x']]])(
    'keeps back items that are none of its own (%o)',
    (odd) => {
      expect(reasoningOf(odd, { role: 'assistant', content: 'It is 7.' })).toBeNull()
    },
  )
})
