import type { FinishReason } from '@vitrine/contracts'

export interface FinishFacts {
  /** Of the response; null where it ended without one. */
  readonly status: string | null
  /** Of `incomplete_details`. */
  readonly incompleteReason: string | null
  readonly hasRefusal: boolean
  readonly hasCalls: boolean
}

const INCOMPLETE: ReadonlyMap<string, FinishReason> = new Map([
  ['max_output_tokens', 'length'],
  ['max_tokens', 'length'],
  ['content_filter', 'content-filter'],
])

/** Our word for how an answer ended. One that runs in the background has not ended yet: it can be fetched later. */
export function toFinishReason({ status, incompleteReason, hasRefusal, hasCalls }: FinishFacts): FinishReason {
  if (status === 'incomplete') return INCOMPLETE.get(incompleteReason ?? '') ?? 'unknown'
  if (status === 'queued' || status === 'in_progress') return 'pause'
  if (status !== 'completed') return 'unknown'
  if (hasRefusal) return 'refusal'
  return hasCalls ? 'tool-calls' : 'stop'
}
