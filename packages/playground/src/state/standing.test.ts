import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import type { EnhancedPrompt } from './prompt.ts'
import { hasWords } from './standing.ts'

const says = (content: Message['content'], mode: EnhancedPrompt['mode'] = 'completion', history: Message['content'] | null = null) =>
  hasWords(
    {
      sessionId: 's',
      mode,
      messages: content === undefined ? [] : [{ id: 'm', role: 'user', content }],
      llmConfig: { model: 'm' },
      templateFormat: 'curly',
      variables: [],
    },
    { id: 'r', data: {}, history: history === null ? [] : [{ id: 'h', role: 'user', content: history }] },
  )

describe('hasWords', () => {
  it('is false of a prompt that says nothing', () => {
    expect(says(undefined)).toBe(false)
    expect(says('')).toBe(false)
    expect(says(' \n\t')).toBe(false)
    expect(says(null)).toBe(false)
    expect(says([{ type: 'text', text: ' ' }])).toBe(false)
  })

  it('is true of text, of an image, of a variable alone', () => {
    expect(says('x')).toBe(true)
    expect(says('{{x}}')).toBe(true)
    expect(says([{ type: 'image_url', imageUrl: { url: 'data:,' } }])).toBe(true)
  })

  it('counts a conversation in chat mode only', () => {
    expect(says('', 'chat', 'Hello')).toBe(true)
    expect(says('', 'chat', ' ')).toBe(false)
    expect(says('', 'completion', 'Hello')).toBe(false)
  })
})
