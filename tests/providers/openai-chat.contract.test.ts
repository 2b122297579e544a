import { createOpenAiTransport, createProvider, createUndiciTransport, openAiChat, type Transport } from '@vitrine/providers'
import {
  CHAT_USAGE,
  chatBeginning,
  chatCompletion,
  chatErrorEvent,
  chatFailure,
  chatStream,
  chatUsageEvent,
  describeProviderContract,
  type ProviderContract,
} from '@vitrine/testkit'

const replies: ProviderContract['replies'] = {
  stream: chatStream,
  whole: chatCompletion,
  beginning: chatBeginning,
  errorEvent: chatErrorEvent,
  failure: chatFailure,
  usageEvent: chatUsageEvent,
  usage: {
    inputTokens: CHAT_USAGE.prompt_tokens,
    outputTokens: CHAT_USAGE.completion_tokens,
    totalTokens: CHAT_USAGE.total_tokens,
    source: 'provider',
  },
}

const contractOf = (createTransport: (silenceMs: number) => Transport): ProviderContract => ({
  replies,
  create: ({ sleep, silenceMs }) => {
    const transport = createTransport(silenceMs)
    return {
      provider: createProvider({ dialect: openAiChat, transport, sleep, random: () => 0.5, graceMs: 100 }),
      close: () => transport.close(),
    }
  },
})

describeProviderContract(
  'openai-chat over undici',
  contractOf((silenceMs) => createUndiciTransport({ headersMs: silenceMs, bodyMs: silenceMs })),
)

describeProviderContract(
  'openai-chat through the openai client',
  contractOf((silenceMs) =>
    createOpenAiTransport({ fetch: (url, init) => globalThis.fetch(url, init), headersMs: silenceMs, bodyMs: silenceMs }),
  ),
)
