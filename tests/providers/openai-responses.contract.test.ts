import { createOpenAiTransport, createProvider, createUndiciTransport, openAiResponses, type Transport } from '@vitrine/providers'
import {
  describeProviderContract,
  responsesBeginning,
  responsesErrorEvent,
  responsesFailure,
  responsesStream,
  responsesUsageEvent,
  responsesWhole,
  type ProviderContract,
} from '@vitrine/testkit'

const replies: ProviderContract['replies'] = {
  stream: responsesStream,
  whole: responsesWhole,
  beginning: responsesBeginning,
  errorEvent: responsesErrorEvent,
  failure: responsesFailure,
  usageEvent: responsesUsageEvent,
  usage: { inputTokens: 12, outputTokens: 4, totalTokens: 16, cachedTokens: 8, reasoningTokens: 2, source: 'provider' },
}

const contractOf = (createTransport: (silenceMs: number) => Transport): ProviderContract => ({
  replies,
  create: ({ sleep, silenceMs }) => {
    const transport = createTransport(silenceMs)
    return {
      provider: createProvider({ dialect: openAiResponses, transport, sleep, random: () => 0.5, graceMs: 100 }),
      close: () => transport.close(),
    }
  },
})

describeProviderContract(
  'openai-responses over undici',
  contractOf((silenceMs) => createUndiciTransport({ headersMs: silenceMs, bodyMs: silenceMs })),
)

describeProviderContract(
  'openai-responses through the openai client',
  contractOf((silenceMs) =>
    createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), headersMs: silenceMs, bodyMs: silenceMs }),
  ),
)
