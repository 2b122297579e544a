import type { ChatMessage } from './chat-request.ts'
import { isRecord } from './json-value.ts'

/** The text of a message, its parts joined with nothing between them; empty where it has none. */
export function messageText(message: ChatMessage): string {
  if (typeof message.content === 'string') return message.content
  if (!Array.isArray(message.content)) return ''
  return message.content.map((part: unknown) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : '')).join('')
}

/** The text of the last message of the user, empty where there is none. */
export function lastUserText(messages: readonly ChatMessage[]): string {
  const message = messages.findLast(({ role }) => role === 'user')
  return message === undefined ? '' : messageText(message)
}
