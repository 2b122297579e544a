import type { Json } from '../../dialect/json.ts'

/** What became of a block once it is whole. */
export interface EndedBlock {
  /** As the provider wrote it, its pieces put together; null where it holds nothing. */
  readonly native: Json | null
  /** Whether it holds more than our message can say. */
  readonly saysMore: boolean
  /** Whether it lacks what it would need to be sent back. */
  readonly isBroken?: true
}

/** One content block while it grows. */
export interface Block {
  /** False where the delta means nothing for this kind of block. */
  delta(delta: Json): boolean
  /** Ends its part, cut off or not. */
  end(): EndedBlock
}
