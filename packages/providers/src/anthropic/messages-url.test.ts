import { expect, it } from 'vitest'
import { messagesUrl } from './messages-url.ts'

it.each([
  'https://api.anthropic.com',
  'https://api.anthropic.com/',
  'https://api.anthropic.com/v1',
  'https://api.anthropic.com/v1/',
  'https://api.anthropic.com/v1/messages',
])('messages for %s go to one address', (baseUrl) => {
  expect(messagesUrl(baseUrl)).toBe('https://api.anthropic.com/v1/messages')
})

it('keeps the path of a gateway', () => {
  expect(messagesUrl('https://gateway.example.org/anthropic')).toBe('https://gateway.example.org/anthropic/v1/messages')
})
