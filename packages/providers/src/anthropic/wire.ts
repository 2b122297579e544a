import type { ContentBlockParam, MessageCreateParamsBase } from '@anthropic-ai/sdk/resources/messages/messages'
import type { Json } from '../dialect/json.ts'

/** A request's body while it is written. Its fields are those that the official client knows, and the sampling settings that it left behind. */
export type MessagesBody = Partial<Record<keyof MessageCreateParamsBase | 'temperature' | 'top_p', unknown>>

/** A block of a message: one that we write, or one of an earlier answer that goes back as it came. */
export type WireBlock = ContentBlockParam | Json

export interface WireTurn {
  readonly role: 'user' | 'assistant' | 'system'
  readonly content: string | readonly WireBlock[]
}
