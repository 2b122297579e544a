import type { GatewayFacts, NativeTurn, Part } from '@vitrine/contracts'
import type { Json } from '../dialect/json.ts'

/** What a dialect that builds on chat completions reads out of an answer beyond what all of them have; one object for each answer. */
export interface ChatExtension {
  /** Comments of the stream are a sign that the provider is at work. */
  readonly wantsComments: boolean
  /** A chunk of a stream, or a whole answer. */
  chunk(chunk: Json): void
  /** What the first choice of a chunk adds to the message; `isWhole` where it is the whole message. */
  delta(delta: Json, isWhole: boolean): void
  /** A part of the answer that is complete. */
  part(part: Part): void
  /** What the next turn has to bring back; asked once, at the end that the provider declared. */
  toNative(): NativeTurn | null
  gateway(): GatewayFacts | null
}
