type Fields = Readonly<Record<string, unknown>>

/** Tokens by OpenTelemetry's rule: input includes what was read from and written to a cache, output includes reasoning. */
export interface Counts {
  readonly input: number
  readonly output: number
  readonly total: number
  readonly cached: number | null
  readonly reasoned: number | null
  /** Where the provider itself says what it cost. */
  readonly costUsd: number | null
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {})
const countOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const TICKS_PER_USD = 1e10

/** A provider's usage by the rule; each API tells it in its own way. */
export function countsOf(api: string, usage: Fields): Counts {
  if (api === 'anthropic') return ofMessages(usage)
  return api === 'responses' ? ofResponses(usage) : ofChat(usage)
}

function ofChat(usage: Fields): Counts {
  const prompt = countOf(usage['prompt_tokens']) ?? 0
  const completion = countOf(usage['completion_tokens']) ?? 0
  const reported = countOf(usage['total_tokens']) ?? prompt + completion
  const reasoned = countOf(fieldsOf(usage['completion_tokens_details'])['reasoning_tokens'])
  // xAI counts reasoning beside the completion, and its total shows it.
  const isBeside = reasoned !== null && reasoned > 0 && reported === prompt + completion + reasoned
  const ticks = countOf(usage['cost_in_usd_ticks'])
  const billed = countOf(usage['cost']) ?? (ticks === null ? null : ticks / TICKS_PER_USD)
  return {
    input: prompt,
    output: isBeside ? completion + reasoned : completion,
    total: reported,
    cached:
      countOf(fieldsOf(usage['prompt_tokens_details'])['cached_tokens']) ??
      countOf(usage['cached_tokens']) ??
      countOf(usage['prompt_cache_hit_tokens']),
    reasoned,
    costUsd: billed === null ? null : Number(billed.toFixed(12)),
  }
}

function ofResponses(usage: Fields): Counts {
  const input = countOf(usage['input_tokens']) ?? 0
  const output = countOf(usage['output_tokens']) ?? 0
  return {
    input,
    output,
    total: countOf(usage['total_tokens']) ?? input + output,
    cached: countOf(fieldsOf(usage['input_tokens_details'])['cached_tokens']),
    reasoned: countOf(fieldsOf(usage['output_tokens_details'])['reasoning_tokens']),
    costUsd: null,
  }
}

/** What was read from and written to the cache stands beside the input. */
function ofMessages(usage: Fields): Counts {
  const cached = countOf(usage['cache_read_input_tokens'])
  const input = (countOf(usage['input_tokens']) ?? 0) + (cached ?? 0) + (countOf(usage['cache_creation_input_tokens']) ?? 0)
  const output = countOf(usage['output_tokens']) ?? 0
  return { input, output, total: input + output, cached, reasoned: null, costUsd: null }
}
