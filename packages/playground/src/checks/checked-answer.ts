import type { Cost, TokenUsage, ToolCall } from '@vitrine/contracts'

/**
 * What of a finished answer can be checked.
 *
 * *Shape*: `parsed` is the answer's value where JSON was asked for and it is JSON. What nobody reported is null.
 * *Units*: `latencyMs` milliseconds from the request to its end.
 */
export interface CheckedAnswer {
  readonly text: string
  readonly parsed?: unknown
  readonly toolCalls: readonly ToolCall[]
  readonly usage: TokenUsage | null
  readonly cost: Cost | null
  readonly latencyMs: number | null
}
