/**
 * Tokens of one call. Input includes what was read from and written to a cache; output includes reasoning.
 *
 * *Source*: `provider` is what the provider reported. `estimate` is ours, drawn differently, and never stored as reported.
 * @see https://opentelemetry.io/docs/specs/semconv/gen-ai/
 */
export interface TokenUsage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly totalTokens: number
  readonly cachedTokens?: number
  readonly cacheWriteTokens?: number
  readonly reasoningTokens?: number
  readonly source: 'provider' | 'estimate'
}

/** Who says what a call cost: the provider's own bill, a gateway's, our dated price table, or nobody. */
export const COST_SOURCES = ['provider', 'gateway', 'table', 'unknown'] as const
export type CostSource = (typeof COST_SOURCES)[number]

/** USD. `totalUsd` is null exactly where `source` is `unknown`; it is never 0 for unknown. */
export interface Cost {
  readonly totalUsd: number | null
  readonly promptUsd?: number
  readonly completionUsd?: number
  readonly source: CostSource
  /** `table` only: the day the price was read, `YYYY-MM-DD`. */
  readonly priceDate?: string
}

export const FINISH_REASONS = ['stop', 'length', 'tool-calls', 'refusal', 'content-filter', 'pause', 'unknown'] as const
export type FinishReason = (typeof FINISH_REASONS)[number]
