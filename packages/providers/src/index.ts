export { createProvider, type CreateProviderOptions } from './create-provider.ts'
export { normalizeBaseUrl } from './base-url.ts'
export { DEFAULT_GUARD_POLICY, type GuardPolicy } from './guard/guard-policy.ts'
export { guardUrl, type GuardedUrl } from './guard/guard-url.ts'
export { createLimits, type Limits, type LimitsOptions } from './limits/create-limits.ts'
export { prepareCountTokens, readTokenCount } from './anthropic/count-tokens.ts'
export { anthropic } from './anthropic/index.ts'
export { usageNote } from './dialect/usage-note.ts'
export { openAiChat } from './openai-chat/index.ts'
export { readListedModels } from './openai-chat/catalogue/listed-models.ts'
export { readLiteLlmModels } from './openai-chat/catalogue/litellm-models.ts'
export { createOpenAiResponses, openAiResponses, type OpenAiResponsesOptions } from './openai-responses/index.ts'
export { formatAnswer } from './openai-responses/format-answer.ts'
export type { ReasoningInText } from './openai-responses/reasoning-in-text.ts'
export { shouldUseResponses, type EndpointQuestion } from './openai-responses/should-use-responses.ts'
export { checkToolLimits, DEFAULT_TOOL_LIMITS, type ToolLimits, type ToolLimitsCheck } from './openai-responses/tool-limits.ts'
export { openRouter } from './openrouter/index.ts'
export { readOpenRouterModels } from './openrouter/catalogue/openrouter-models.ts'
export { withDoubts } from './dialect/doubted-settings.ts'
export type {
  AbortCause,
  AttemptFacts,
  CallContext,
  CallNote,
  Dialect,
  FailedReply,
  Preparation,
  PreparedCall,
  Provider,
  ProviderCall,
  ProviderEndpoint,
  ProviderFailure,
  SseMessage,
  StreamReducer,
} from './provider.ts'
export { abortError } from './provider-error.ts'
export { prepareRaw, type RawCall } from './prepare-raw.ts'
export { createRedactor, type Redactor } from './redact.ts'
export { DIALECTS, PROVIDER_DEFINITIONS, type DialectName, type ProviderDefinition } from './registry.ts'
export { readSse, type SseOptions } from './sse.ts'
export { createOpenAiTransport, type OpenAiTransportOptions } from './transport/openai-transport.ts'
export { createUndiciTransport, type UndiciTransportOptions } from './transport/undici-transport.ts'
export {
  TransportFailure,
  type Transport,
  type TransportFailureKind,
  type TransportOptions,
  type TransportReply,
} from './transport/transport.ts'
export type { DemoProviderOptions } from './demo/demo-options.ts'
export { startDemoProvider, type DemoProvider } from './demo/start-demo-provider.ts'
