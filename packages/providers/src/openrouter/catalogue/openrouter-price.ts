import type { ModelPrice, TokenPrices } from '@vitrine/contracts'
import { asList, asObject, isObject, type Json } from '../../dialect/json.ts'

/** What a model costs at OpenRouter, which writes prices as texts; null where it depends on what it is routed to (`-1`). */
export function openRouterPrice(pricing: unknown, date: string): ModelPrice | null {
  const fields = asObject(pricing)
  const prices = fields === null ? null : pricesOf(fields)
  if (fields === null || prices === null) return null
  const longContext = longContextOf(fields, prices)
  return { ...prices, ...(longContext === null ? {} : { longContext }), date, source: 'OpenRouter, GET /api/v1/models' }
}

function pricesOf(fields: Json, base: Partial<TokenPrices> = {}): TokenPrices | null {
  const inputUsd = amount(fields['prompt']) ?? base.inputUsd
  const outputUsd = amount(fields['completion']) ?? base.outputUsd
  if (inputUsd === undefined || outputUsd === undefined) return null
  const cachedInputUsd = amount(fields['input_cache_read']) ?? base.cachedInputUsd
  const cacheWriteUsd = amount(fields['input_cache_write']) ?? base.cacheWriteUsd
  return {
    inputUsd,
    outputUsd,
    ...(cachedInputUsd === undefined ? {} : { cachedInputUsd }),
    ...(cacheWriteUsd === undefined ? {} : { cacheWriteUsd }),
  }
}

/** Of the overrides, the one for prompts above a length; those for hours of the day cannot be told in one price. */
function longContextOf(fields: Json, base: TokenPrices): NonNullable<ModelPrice['longContext']> | null {
  const tiers = asList(fields['overrides']).flatMap((override) => {
    if (!isObject(override) || override['utc_start'] !== undefined || override['utc_end'] !== undefined) return []
    const over = override['min_prompt_tokens']
    const prices = pricesOf(override, base)
    return typeof over === 'number' && Number.isSafeInteger(over) && over > 0 && prices !== null
      ? [{ overInputTokens: over, ...prices }]
      : []
  })
  return tiers.toSorted((one, other) => one.overInputTokens - other.overInputTokens)[0] ?? null
}

function amount(value: unknown): number | undefined {
  const price = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof price === 'number' && Number.isFinite(price) && price >= 0 ? price : undefined
}
