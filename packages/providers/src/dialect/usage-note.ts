import type { TokenUsage } from '@vitrine/contracts'
import type { CallNote } from '../provider.ts'

/** What a call used, for the log. */
export function usageNote({ inputTokens, outputTokens, totalTokens, cachedTokens, source }: TokenUsage): CallNote {
  const cached = cachedTokens === undefined ? '' : ` (${cachedTokens} of them cached)`
  const reporter = source === 'provider' ? 'as the provider reports' : 'an estimate'
  return { level: 'debug', text: `tokens: ${inputTokens} in${cached}, ${outputTokens} out, ${totalTokens} in all, ${reporter}` }
}
