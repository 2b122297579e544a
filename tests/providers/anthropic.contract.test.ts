import { anthropic, createProvider, createUndiciTransport } from '@vitrine/providers'
import {
  ANTHROPIC_USAGE,
  anthropicBeginning,
  anthropicErrorEvent,
  anthropicFailure,
  anthropicMessage,
  anthropicStream,
  anthropicUsageEvent,
  describeProviderContract,
} from '@vitrine/testkit'

const {
  input_tokens: uncached,
  cache_read_input_tokens: cached,
  cache_creation_input_tokens: written,
  output_tokens: output,
} = ANTHROPIC_USAGE
const input = uncached + cached + written

describeProviderContract('anthropic over undici', {
  replies: {
    stream: anthropicStream,
    whole: anthropicMessage,
    beginning: anthropicBeginning,
    errorEvent: anthropicErrorEvent,
    failure: anthropicFailure,
    usageEvent: anthropicUsageEvent,
    usage: {
      inputTokens: input,
      outputTokens: output,
      totalTokens: input + output,
      cachedTokens: cached,
      cacheWriteTokens: written,
      source: 'provider',
    },
  },
  create: ({ sleep, silenceMs }) => {
    const transport = createUndiciTransport({ headersMs: silenceMs, bodyMs: silenceMs })
    return {
      provider: createProvider({ dialect: anthropic, transport, sleep, random: () => 0.5, graceMs: 100 }),
      close: () => transport.close(),
    }
  },
})
