import type { Cost, CostSource, ModelPrice, TokenPrices, TokenUsage } from '@vitrine/contracts'
import { costOf } from '@vitrine/model-catalog'

export interface CostLine {
  readonly kind: 'input' | 'inputCached' | 'inputWritten' | 'outputTokens' | 'ofWhichThinking'
  readonly tokens: number
  /** USD per token; null is unknown. */
  readonly unitUsd: number | null
  /** USD; null is unknown. A line that is part of another has none of its own. */
  readonly usd: number | null
}

export interface CostSheet {
  readonly lines: readonly CostLine[]
  readonly totalUsd: number | null
  readonly source: CostSource
  /** What the price table would say, where somebody else said otherwise. */
  readonly tableUsd: number | null
  /** Set where the input was long enough for other prices: from how many tokens on. */
  readonly longFromTokens: number | null
}

/**
 * How a cost is made up: tokens times price, line by line, by the same rules as the service's own sum. The total is whoever's it is;
 * the lines are the price table's.
 */
export function costSheet(usage: TokenUsage, cost: Cost | null, price: ModelPrice | null): CostSheet {
  const cached = Math.min(usage.cachedTokens ?? 0, usage.inputTokens)
  const written = Math.min(usage.cacheWriteTokens ?? 0, usage.inputTokens - cached)
  const thought = usage.reasoningTokens ?? 0
  const long = price?.longContext !== undefined && usage.inputTokens > price.longContext.overInputTokens ? price.longContext : null
  const rates: TokenPrices | null = long ?? price
  const line = (kind: CostLine['kind'], tokens: number, unitUsd: number | undefined): CostLine => {
    const known = rates === null ? null : (unitUsd ?? rates.inputUsd)
    return { kind, tokens, unitUsd: known, usd: known === null ? null : exactProduct(tokens, known) }
  }
  const table = costOf(usage, price).totalUsd
  const source = cost?.source ?? 'unknown'
  const totalUsd = cost?.totalUsd ?? null
  return {
    lines: [
      line('input', usage.inputTokens - cached - written, rates?.inputUsd),
      ...(cached > 0 ? [line('inputCached', cached, rates?.cachedInputUsd)] : []),
      ...(written > 0 ? [line('inputWritten', written, rates?.cacheWriteUsd)] : []),
      line('outputTokens', usage.outputTokens, rates?.outputUsd),
      ...(thought > 0 ? [{ kind: 'ofWhichThinking' as const, tokens: thought, unitUsd: null, usd: null }] : []),
    ],
    totalUsd,
    source,
    tableUsd: source === 'table' || source === 'unknown' || table === totalUsd ? null : table,
    longFromTokens: long === null ? null : long.overInputTokens + 1,
  }
}

/** Tokens times price without the dust of binary fractions: the catalogue's own arithmetic, for one kind of token. */
const exactProduct = (tokens: number, usdPerToken: number): number | null =>
  costOf(
    { inputTokens: tokens, outputTokens: 0, totalTokens: tokens, source: 'provider' },
    { inputUsd: usdPerToken, outputUsd: 0, date: '', source: '' },
  ).totalUsd
