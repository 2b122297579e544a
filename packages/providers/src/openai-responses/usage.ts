import type { TokenUsage } from '@vitrine/contracts'
import type { Json } from '../dialect/json.ts'
import { toTokenUsage } from '../dialect/usage.ts'

/**
 * The API's `usage` in our terms; null where it cannot be right. The counts are those of chat completions under other names, and some
 * gateways leave those names in place. A count that is not given is 0 where another one is.
 */
export function toResponsesUsage(usage: Json): TokenUsage | null {
  const input = usage['input_tokens'] ?? usage['prompt_tokens']
  const output = usage['output_tokens'] ?? usage['completion_tokens']
  return toTokenUsage({
    ...usage,
    prompt_tokens: input ?? 0,
    completion_tokens: output ?? 0,
    prompt_tokens_details: usage['input_tokens_details'] ?? usage['prompt_tokens_details'],
    completion_tokens_details: usage['output_tokens_details'] ?? usage['completion_tokens_details'],
  })
}
