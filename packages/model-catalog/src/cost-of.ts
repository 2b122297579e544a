import type { Cost, ModelPrice, TokenPrices, TokenUsage } from '@vitrine/contracts'
import { fromPicoUsd, toPicoUsd } from './usd.ts'

/** A count as it should have come: what is no number, or below zero, is none. */
const counted = (tokens: number | undefined): number =>
  tokens !== undefined && tokens > 0 && Number.isFinite(tokens) ? Math.round(tokens) : 0

const pico = (tokens: number, priceUsd: number): bigint => BigInt(tokens) * toPicoUsd(priceUsd)

const ratesFor = (price: ModelPrice, inputTokens: number): TokenPrices =>
  price.longContext !== undefined && inputTokens > price.longContext.overInputTokens ? price.longContext : price

/**
 * What a call cost by the price table. Tokens read from a cache and written to one are part of the input and have prices of their own;
 * where such a price is unknown the input price counts, so that a sum is rather too high than too low.
 *
 * *Units*: USD, exact to 10^-12 and never negative. *Shape*: unknown price, unknown cost: null, never 0.
 *
 * *Errors*: none. Usage that cannot be is read as the nearest that can: a negative or broken count is 0; cached tokens are at most the
 * input, written ones at most the rest of it.
 */
export function costOf(usage: TokenUsage, price: ModelPrice | null): Cost {
  if (price === null) return { totalUsd: null, source: 'unknown' }
  const input = counted(usage.inputTokens)
  const cached = Math.min(counted(usage.cachedTokens), input)
  const written = Math.min(counted(usage.cacheWriteTokens), input - cached)
  const rates = ratesFor(price, input)
  const prompt =
    pico(input - cached - written, rates.inputUsd) +
    pico(cached, rates.cachedInputUsd ?? rates.inputUsd) +
    pico(written, rates.cacheWriteUsd ?? rates.inputUsd)
  const completion = pico(counted(usage.outputTokens), rates.outputUsd)
  return {
    totalUsd: fromPicoUsd(prompt + completion),
    promptUsd: fromPicoUsd(prompt),
    completionUsd: fromPicoUsd(completion),
    source: 'table',
    priceDate: price.date,
  }
}
