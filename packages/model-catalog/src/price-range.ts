import type { ModelPrice, PreviewResponse } from '@vitrine/contracts'
import { costOf } from './cost-of.ts'

/**
 * What a call may cost, before it is made: from an answer of no tokens to the longest one allowed. Nothing is assumed to be cached.
 *
 * *Shape*: null where it is unknown: both without a price, `high` without a bound on the output.
 */
export function priceRange(ask: {
  inputTokens: number
  maxOutputTokens: number | null
  price: ModelPrice | null
}): PreviewResponse['price'] {
  const { inputTokens, maxOutputTokens, price } = ask
  if (price === null) return { low: null, high: null, source: 'unknown' }
  const costWith = (outputTokens: number): number | null =>
    costOf({ inputTokens, outputTokens, totalTokens: inputTokens + outputTokens, source: 'estimate' }, price).totalUsd
  return { low: costWith(0), high: maxOutputTokens === null ? null : costWith(maxOutputTokens), source: 'table' }
}
