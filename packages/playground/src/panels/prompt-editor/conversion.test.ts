import { describe, expect, it } from 'vitest'
import { conversionOf, convertedMessages } from './conversion.ts'

const prompt = {
  templateFormat: 'curly' as const,
  messages: [
    { id: 'a', role: 'system' as const, content: 'No placeholder here.' },
    { id: 'b', role: 'user' as const, content: 'Ticket: {{ticket}} {"k": 1}' },
  ],
}

describe('changing the format of a prompt', () => {
  it('rewrites placeholders and keeps literal braces literal', () => {
    const conversion = conversionOf(prompt, 'fstring')
    expect(conversion.texts.map(({ number, after }) => [number, after])).toEqual([[2, 'Ticket: {ticket} {{"k": 1}}']])
    expect(convertedMessages(prompt.messages, conversion).map(({ content }) => content)).toEqual([
      'No placeholder here.',
      'Ticket: {ticket} {{"k": 1}}',
    ])
  })
  it('lists nothing where nothing changes', () => {
    expect(conversionOf({ ...prompt, messages: [{ id: 'a', role: 'user', content: 'plain' }] }, 'mustache')).toMatchObject({
      texts: [],
      broken: [],
    })
  })
  it('names a message that cannot be read, and leaves it', () => {
    const broken = { templateFormat: 'fstring' as const, messages: [{ id: 'a', role: 'user' as const, content: 'open {x' }] }
    const conversion = conversionOf(broken, 'curly')
    expect(conversion.broken).toHaveLength(1)
    expect(convertedMessages(broken.messages, conversion)).toEqual(broken.messages)
  })
})
