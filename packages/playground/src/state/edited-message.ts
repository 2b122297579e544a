import type { EnhancedMessage } from './prompt.ts'

/**
 * A message with some of it replaced, and the same identity. What a provider thought before it said something, and its own wording of
 * it, hold for the words as they came: with other words, or another speaker, both are gone.
 */
export function editedMessage(message: EnhancedMessage, patch: Partial<Omit<EnhancedMessage, 'id'>>): EnhancedMessage {
  const { thinking, native, ...rest } = { ...message, ...patch, id: message.id }
  const isAsItCame = rest.role === message.role && rest.content === message.content && rest.toolCalls === message.toolCalls
  return isAsItCame ? { ...rest, ...(thinking && { thinking }), ...(native && { native }) } : rest
}
