import type { Message, ModelSettings } from '@vitrine/contracts'

/** One of several answers at a turn. `settings` are those that it was asked with; null where nobody knows. */
export interface TurnVersion {
  readonly message: Message
  readonly settings: ModelSettings | null
}

/** Answers of a variant that are not in the conversation. *Shape*: they answer it as it was when its fingerprint was `wording`. */
export interface LooseAnswers {
  readonly variantId: string
  readonly wording: string
  readonly versions: readonly TurnVersion[]
  /** The place of the one that was chosen; null where none was. */
  readonly shown: number | null
}

/** What is known of a conversation beside what stands in it. */
export interface ConversationMemory {
  /** By message: all that was answered there. */
  readonly versions: ReadonlyMap<string, readonly TurnVersion[]>
  /** By `looseKey`. */
  readonly loose: ReadonlyMap<string, LooseAnswers>
  /** By message: a fingerprint of what it answered, where something above it changed since. */
  readonly wordings: ReadonlyMap<string, string>
  /** The variant whose answer goes into the conversation. */
  readonly chosen: string | null
  /** The case that it is a branch of. */
  readonly source: string | null
}

/** By case. */
export type ConversationMemories = ReadonlyMap<string, ConversationMemory>

export const NO_MEMORY: ConversationMemory = { versions: new Map(), loose: new Map(), wordings: new Map(), chosen: null, source: null }

export const looseKey = (variantId: string, wording: string): string => `${variantId} ${wording}`
