import type { ModelPrice, TokenPrices } from '@vitrine/contracts'
import type { Json } from '../../dialect/json.ts'

/**
 * What a deployment costs by the gateway's own table; null where it does not know. It writes zeros for models that it knows nothing of, so
 * that nought for both is no price.
 */
export function liteLlmPrice(info: Json, date: string): ModelPrice | null {
  const prices = pricesOf(info, '')
  if (prices === null || prices.inputUsd + prices.outputUsd === 0) return null
  const longContext = longContextOf(info)
  return { ...prices, ...(longContext === null ? {} : { longContext }), date, source: 'LiteLLM, GET /v1/model/info' }
}

function pricesOf(info: Json, tier: string): TokenPrices | null {
  const inputUsd = amount(info[`input_cost_per_token${tier}`])
  const outputUsd = amount(info[`output_cost_per_token${tier}`])
  if (inputUsd === null || outputUsd === null) return null
  const cachedInputUsd = amount(info[`cache_read_input_token_cost${tier}`])
  const cacheWriteUsd = amount(info[`cache_creation_input_token_cost${tier}`])
  return {
    inputUsd,
    outputUsd,
    ...(cachedInputUsd === null ? {} : { cachedInputUsd }),
    ...(cacheWriteUsd === null ? {} : { cacheWriteUsd }),
  }
}

/** The first tier of long prompts: `…_above_200k_tokens`. */
function longContextOf(info: Json): NonNullable<ModelPrice['longContext']> | null {
  const tiers = Object.keys(info).flatMap((name) => {
    const thousands = /^input_cost_per_token_above_(\d{1,5})k_tokens$/.exec(name)?.[1]
    return thousands === undefined || info[name] === null ? [] : [Number(thousands)]
  })
  if (tiers.length === 0) return null
  const lowest = Math.min(...tiers)
  const prices = pricesOf(info, `_above_${lowest}k_tokens`)
  return prices === null ? null : { overInputTokens: lowest * 1_000, ...prices }
}

const amount = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null)
