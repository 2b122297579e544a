import type { TokenUsage } from '@vitrine/contracts'
import { asObject, type Json } from '../dialect/json.ts'
import { tokenCount } from '../dialect/token-count.ts'

/**
 * A `usage` of the Messages API in our terms; null where it cannot be right. What was read from a cache or written to one is reported
 * apart there, and belongs to the input here.
 */
export function toTokenUsage(usage: Json): TokenUsage | null {
  const uncached = tokenCount(usage['input_tokens'])
  const output = tokenCount(usage['output_tokens'])
  const cached = optionalCount(usage['cache_read_input_tokens'])
  const written = optionalCount(usage['cache_creation_input_tokens'])
  if (uncached === null || output === null || cached === null || written === null) return null
  const input = uncached + (cached ?? 0) + (written ?? 0)
  if (input + output === 0) return null
  const thinking = tokenCount(asObject(usage['output_tokens_details'])?.['thinking_tokens'])
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input + output,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
    ...(written === undefined ? {} : { cacheWriteTokens: written }),
    ...(thinking === null || thinking > output ? {} : { reasoningTokens: thinking }),
    source: 'provider',
  }
}

/** Undefined where nothing is said, null where what is said cannot be right. */
const optionalCount = (value: unknown): number | null | undefined => (value === undefined || value === null ? undefined : tokenCount(value))
