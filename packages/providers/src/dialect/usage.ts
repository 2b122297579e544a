import type { TokenUsage } from '@vitrine/contracts'
import { asObject, type Json } from './json.ts'

// Far above what any model takes: a number beyond it is a fault, not a bill.
const MOST_TOKENS = 100_000_000

/** A later report of the same answer completes or corrects an earlier one, field by field. */
export function mergeUsage(earlier: Json | null, later: Json): Json {
  if (earlier === null) return later
  return { ...earlier, ...Object.fromEntries(Object.entries(later).filter(([, value]) => value !== null)) }
}

/**
 * A provider's `usage` in our terms; null where it cannot be right (negative, no number, beyond all measure, or nothing but zeros), for
 * a made-up number is worse than none.
 *
 * Two providers count differently and show it in their total: reasoning beside the completion tokens (xAI), cached tokens beside the
 * prompt tokens (bridges to Anthropic). Both are put where everybody else has them.
 */
export function toTokenUsage(usage: Json): TokenUsage | null {
  const promptDetails = asObject(usage['prompt_tokens_details']) ?? {}
  const completionDetails = asObject(usage['completion_tokens_details']) ?? {}
  const prompt = tokens(usage['prompt_tokens'])
  const completion = tokens(usage['completion_tokens'])
  if (prompt === null || completion === null || prompt + completion === 0) return null
  const reported = tokens(usage['total_tokens'])
  const reasoning = tokens(completionDetails['reasoning_tokens'])
  const cached = firstTokens(
    promptDetails['cached_tokens'],
    usage['cached_tokens'],
    usage['prompt_cache_hit_tokens'],
    usage['cache_read_input_tokens'],
  )
  const written = firstTokens(
    promptDetails['cache_write_tokens'],
    promptDetails['cache_creation_tokens'],
    usage['cache_creation_input_tokens'],
  )

  const isReasoningApart = reasoning !== null && reasoning > 0 && reported === prompt + completion + reasoning
  const output = isReasoningApart ? completion + reasoning : completion
  const inCache = (cached ?? 0) + (written ?? 0)
  const isCacheApart = inCache > prompt && reported === prompt + inCache + output
  const input = isCacheApart ? prompt + inCache : prompt
  const isCacheBelievable = inCache <= input
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: reported !== null && reported >= input + output ? reported : input + output,
    ...(cached === null || !isCacheBelievable ? {} : { cachedTokens: cached }),
    ...(written === null || !isCacheBelievable ? {} : { cacheWriteTokens: written }),
    ...(reasoning === null ? {} : { reasoningTokens: reasoning }),
    source: 'provider',
  }
}

function tokens(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : null
}

const firstTokens = (...values: readonly unknown[]): number | null => values.map(tokens).find((value) => value !== null) ?? null
