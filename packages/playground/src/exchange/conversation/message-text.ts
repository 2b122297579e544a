import type { Message } from '@vitrine/contracts'

/** The words of a message, its text parts one after the other; calls of tools as JSON where there are no words. */
export function messageText({ content, toolCalls }: Message): string {
  const text = typeof content === 'string' ? content : (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')
  return text === '' && toolCalls !== undefined && toolCalls.length > 0 ? JSON.stringify(toolCalls) : text
}

/** Whether a message is its text and nothing else, so that a template can stand for it. */
export const isPlainText = (message: Message): message is Message & { readonly content: string } =>
  typeof message.content === 'string' && Object.keys(message).every((name) => name === 'role' || name === 'content')
