import { createOpenAiTransport, createProvider, createUndiciTransport, openRouter, type Transport } from '@vitrine/providers'
import {
  describeProviderContract,
  openRouterBeginning,
  openRouterCompletion,
  openRouterErrorEvent,
  openRouterFailure,
  openRouterStream,
  openRouterUsageEvent,
  type ProviderContract,
} from '@vitrine/testkit'

const replies: ProviderContract['replies'] = {
  stream: openRouterStream,
  whole: openRouterCompletion,
  beginning: openRouterBeginning,
  errorEvent: openRouterErrorEvent,
  failure: openRouterFailure,
  usageEvent: openRouterUsageEvent,
  usage: {
    inputTokens: 12,
    outputTokens: 4,
    totalTokens: 16,
    cachedTokens: 8,
    cacheWriteTokens: 0,
    reasoningTokens: 2,
    source: 'provider',
  },
}

const contractOf = (createTransport: (silenceMs: number) => Transport): ProviderContract => ({
  replies,
  create: ({ sleep, silenceMs }) => {
    const transport = createTransport(silenceMs)
    return {
      provider: createProvider({ dialect: openRouter, transport, sleep, random: () => 0.5, graceMs: 100 }),
      close: () => transport.close(),
    }
  },
})

describeProviderContract(
  'openrouter over undici',
  contractOf((silenceMs) => createUndiciTransport({ headersMs: silenceMs, bodyMs: silenceMs })),
)

describeProviderContract(
  'openrouter through the openai client',
  contractOf((silenceMs) =>
    createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), headersMs: silenceMs, bodyMs: silenceMs }),
  ),
)
