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
    const conversion = conversionOf([prompt], 'curly', 'fstring')
    expect(conversion.texts.map(({ number, after }) => [number, after])).toEqual([[2, 'Ticket: {ticket} {{"k": 1}}']])
    expect(convertedMessages(prompt.messages, conversion).map(({ content }) => content)).toEqual([
      'No placeholder here.',
      'Ticket: {ticket} {{"k": 1}}',
    ])
  })
  it('rewrites every variant, and lists what they share once', () => {
    const copy = { messages: prompt.messages.map((message) => ({ ...message, id: `${message.id}2` })) }
    const conversion = conversionOf([prompt, copy], 'curly', 'fstring')
    expect(conversion.texts).toHaveLength(1)
    expect(convertedMessages(copy.messages, conversion)[1]).toMatchObject({ id: 'b2', content: 'Ticket: {ticket} {{"k": 1}}' })
  })
  it('lists nothing where nothing changes', () => {
    expect(conversionOf([{ messages: [{ id: 'a', role: 'user', content: 'plain' }] }], 'curly', 'mustache')).toMatchObject({
      texts: [],
      broken: [],
    })
  })
  it('names a message that cannot be read, and leaves it', () => {
    const broken = { templateFormat: 'fstring' as const, messages: [{ id: 'a', role: 'user' as const, content: 'open {x' }] }
    const conversion = conversionOf([broken], 'fstring', 'curly')
    expect(conversion.broken).toHaveLength(1)
    expect(convertedMessages(broken.messages, conversion)).toEqual(broken.messages)
  })
})
