import type { Message } from '@vitrine/contracts'

export const CONVERSATION_VERSION = 1

/**
 * Conversations as they were held: what was sent, rendered, and what came back.
 *
 * *Shape*: `inputs` are the values that the case's prompt was filled with. `repetition` counts the answers to the same case from 1; it is
 * absent where no case was answered more than once.
 */
export interface ConversationDocument {
  readonly kind: 'vitrine-conversation'
  readonly v: typeof CONVERSATION_VERSION
  readonly name: string
  readonly conversations: readonly {
    readonly variant: string
    readonly model: string
    readonly repetition?: number
    readonly inputs: Readonly<Record<string, string>>
    readonly messages: readonly Message[]
  }[]
}
