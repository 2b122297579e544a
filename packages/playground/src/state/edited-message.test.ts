import { describe, expect, it } from 'vitest'
import { editedMessage } from './edited-message.ts'
import type { EnhancedMessage } from './prompt.ts'

const answer: EnhancedMessage = {
  id: 'a',
  role: 'assistant',
  content: 'Hello',
  thinking: [{ text: 'Greet.', signature: 's' }],
  native: { dialect: 'openai-responses', items: [{ type: 'reasoning', encrypted_content: 'x' }] },
}

describe('editedMessage', () => {
  it('drops what a provider thought with the words that it was thought for', () => {
    expect(editedMessage(answer, { content: 'Hi' })).toEqual({ id: 'a', role: 'assistant', content: 'Hi' })
    expect(editedMessage(answer, { role: 'user' })).toEqual({ id: 'a', role: 'user', content: 'Hello' })
    expect(editedMessage(answer, { toolCalls: [] })).not.toHaveProperty('native')
  })
  it('keeps it where the words stay', () => {
    expect(editedMessage(answer, { content: 'Hello', role: 'assistant' })).toEqual(answer)
    expect(editedMessage(answer, { name: 'Ann' })).toEqual({ ...answer, name: 'Ann' })
  })
  it('keeps the identity, whatever the patch holds', () => {
    const patch: Partial<EnhancedMessage> = { id: 'other', content: 'Hi' }
    expect(editedMessage(answer, patch).id).toBe('a')
  })
})
