import type { Message } from '@vitrine/contracts'
import type { EnhancedMessage } from './prompt.ts'

/** The message without its identity, which means something on this page only. */
export function anonymousMessage(message: EnhancedMessage): Message {
  const { id: _id, ...rest } = message
  return rest
}
