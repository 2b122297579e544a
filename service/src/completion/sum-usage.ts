import type { Cost, TokenUsage } from '@vitrine/contracts'
import { sumUsd } from '@vitrine/model-catalog'

const OPTIONAL = ['cachedTokens', 'cacheWriteTokens', 'reasoningTokens'] as const

/** The tokens of two calls. What one of them does not know counts as none of it, as long as the other knows some. */
export function addUsage(one: TokenUsage | null, other: TokenUsage | null): TokenUsage | null {
  if (one === null || other === null) return one ?? other
  const optional: Partial<Record<(typeof OPTIONAL)[number], number>> = {}
  for (const name of OPTIONAL) {
    if (one[name] !== undefined || other[name] !== undefined) optional[name] = (one[name] ?? 0) + (other[name] ?? 0)
  }
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    totalTokens: one.totalTokens + other.totalTokens,
    ...optional,
    source: one.source === 'estimate' ? 'estimate' : other.source,
  }
}

/** What two calls cost together: unknown where one of them is. */
export function addCost(one: Cost | null, other: Cost): Cost {
  if (one === null) return other
  if (one.totalUsd === null || other.totalUsd === null) return { totalUsd: null, source: 'unknown' }
  return { totalUsd: sumUsd([one.totalUsd, other.totalUsd]), source: one.source === other.source ? one.source : 'table' }
}
