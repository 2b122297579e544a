import type { ModelPrice, TokenPrices } from '@vitrine/contracts'
import type { ConditionalPrice, ModelInfo, ModelPrice as EntryPrices } from '@pydantic/genai-prices'
import type { Rates } from './snapshot.ts'

export type EntryPrice = { readonly ok: true; readonly price: ModelPrice } | { readonly ok: false; readonly reason: string }

/** Without the noise that dividing leaves in the last digits. */
const perToken = (usdPerMillion: number): number => Number((usdPerMillion / 1e6).toPrecision(12))

export const toTokenPrices = ({ input, output, cached, written }: Rates): TokenPrices => ({
  inputUsd: perToken(input),
  outputUsd: perToken(output),
  ...(cached === undefined ? {} : { cachedInputUsd: perToken(cached) }),
  ...(written === undefined ? {} : { cacheWriteUsd: perToken(written) }),
})

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The prices that hold on a day, and the last day they do. Prices that change within a day are nobody's price. */
function holdingOn(day: string, prices: ModelInfo['prices']): { prices: EntryPrices; until?: string } | { reason: string } {
  if (!isConditional(prices)) return { prices }
  let holding: EntryPrices | undefined
  let next: string | undefined
  for (const { constraint, prices: those } of prices) {
    if (constraint === undefined) holding = those
    else if (constraint.type === 'time_of_date') return { reason: 'its price depends on the time of day' }
    else if (constraint.start_date <= day) holding = those
    else next ??= constraint.start_date
  }
  if (holding === undefined) return { reason: `it has no price on ${day}` }
  return { prices: holding, ...(next === undefined ? {} : { until: dayBefore(next) }) }
}

const isConditional = (prices: ModelInfo['prices']): prices is ConditionalPrice[] => Array.isArray(prices)

/** A rate at the base, or from a tier on. */
function rateOf(prices: EntryPrices, key: string, over: number | null): number | undefined {
  const rate = prices[key]
  if (rate === undefined || typeof rate === 'number') return rate
  return over === null ? rate.base : (rate.tiers.find(({ start }) => start === over)?.price ?? rate.base)
}

function ratesOf(prices: EntryPrices, over: number | null): Rates | null {
  const input = rateOf(prices, 'input_mtok', over)
  const output = rateOf(prices, 'output_mtok', over)
  if (input === undefined || output === undefined) return null
  const cached = rateOf(prices, 'cache_read_mtok', over)
  const written = rateOf(prices, 'cache_write_mtok', over)
  return { input, output, ...(cached === undefined ? {} : { cached }), ...(written === undefined ? {} : { written }) }
}

/** Where a longer prompt has other prices. Each starts behind a number of input tokens. */
function tiersOf(prices: EntryPrices): readonly number[] {
  const starts = Object.values(prices).flatMap((rate) =>
    rate === undefined || typeof rate === 'number' ? [] : rate.tiers.map(({ start }) => start),
  )
  return [...new Set(starts)].toSorted((one, other) => one - other)
}

/**
 * A price as our contract has it, of an entry of the data set.
 *
 * *Shape*: a reason instead where there is none that one figure could say: no text prices, a price that depends on the hour, more than
 * one bound for long prompts. A bound that no prompt of the model can reach is left out.
 */
export function priceFromEntry(entry: ModelInfo, at: { day: string; source: string; contextTokens: number | null }): EntryPrice {
  const held = holdingOn(at.day, entry.prices)
  if ('reason' in held) return { ok: false, reason: held.reason }
  const rates = ratesOf(held.prices, null)
  if (rates === null) return { ok: false, reason: 'the data set has no price of its text' }
  const [over, ...further] = tiersOf(held.prices).filter((start) => start < (at.contextTokens ?? Number.POSITIVE_INFINITY))
  if (further.length > 0) return { ok: false, reason: 'its long prompts have more than one price' }
  const long = over === undefined ? null : ratesOf(held.prices, over)
  return {
    ok: true,
    price: {
      ...toTokenPrices(rates),
      ...(over === undefined || long === null ? {} : { longContext: { overInputTokens: over, ...toTokenPrices(long) } }),
      date: at.day,
      ...(held.until === undefined ? {} : { until: held.until }),
      source: at.source,
    },
  }
}
