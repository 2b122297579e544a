import { anthropic, createOpenAiTransport, createProvider, createUndiciTransport, type Transport } from '@vitrine/providers'
import {
  ANTHROPIC_USAGE,
  anthropicBeginning,
  anthropicErrorEvent,
  anthropicFailure,
  anthropicMessage,
  anthropicStream,
  anthropicUsageEvent,
  describeProviderContract,
  type ProviderContract,
} from '@vitrine/testkit'

const {
  input_tokens: uncached,
  cache_read_input_tokens: cached,
  cache_creation_input_tokens: written,
  output_tokens: output,
} = ANTHROPIC_USAGE
const input = uncached + cached + written

const contractOf = (createTransport: (silenceMs: number) => Transport): ProviderContract => ({
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
    const transport = createTransport(silenceMs)
    return {
      provider: createProvider({ dialect: anthropic, transport, sleep, random: () => 0.5, graceMs: 100 }),
      close: () => transport.close(),
    }
  },
})

describeProviderContract(
  'anthropic over undici',
  contractOf((silenceMs) => createUndiciTransport({ headersMs: silenceMs, bodyMs: silenceMs })),
)

describeProviderContract(
  'anthropic through the openai client',
  contractOf((silenceMs) =>
    createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), headersMs: silenceMs, bodyMs: silenceMs }),
  ),
)
