/** Conversations in chat mode. */
export const chat = {
  conversation: 'Conversation',
} as const
