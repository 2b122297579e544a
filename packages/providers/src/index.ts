export type {
  AbortCause,
  AttemptFacts,
  CallContext,
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
export {
  TransportFailure,
  type Transport,
  type TransportFailureKind,
  type TransportOptions,
  type TransportReply,
} from './transport/transport.ts'
export type { DemoProviderOptions } from './demo/demo-options.ts'
export { startDemoProvider, type DemoProvider } from './demo/start-demo-provider.ts'
