export { aCall, aContext, collect, runToEnd, TEST_KEY, userMessage } from './builders.ts'
export { createFakeClock, type FakeClock } from './clock.ts'
export { eventProblems } from './event-problems.ts'
export { errorOf, eventsOf, partsOf, textOf } from './event-reading.ts'
export {
  ANTHROPIC_USAGE,
  anthropicBeginning,
  anthropicErrorEvent,
  anthropicEvent,
  anthropicFailure,
  anthropicMessage,
  anthropicStream,
  anthropicUsageEvent,
} from './fake-provider/anthropic-replies.ts'
export {
  CHAT_USAGE,
  chatBeginning,
  chatChunk,
  chatCompletion,
  chatErrorEvent,
  chatFailure,
  chatStream,
  chatUsageEvent,
} from './fake-provider/chat-replies.ts'
export { htmlReply, jsonReply, RESET, SILENCE, sseReply, type FakeReply } from './fake-provider/fake-reply.ts'
export {
  OPENROUTER_USAGE,
  openRouterBeginning,
  openRouterChunk,
  openRouterChunks,
  openRouterCompletion,
  openRouterErrorEvent,
  openRouterFailure,
  openRouterStream,
  openRouterUsageEvent,
} from './fake-provider/openrouter-replies.ts'
export {
  RESPONSES_OPENING,
  RESPONSES_USAGE,
  responsesBeginning,
  responsesCompleted,
  responsesErrorEvent,
  responsesEvent,
  responsesEvents,
  responsesFailure,
  responsesStream,
  responsesUsageEvent,
  responsesWhole,
} from './fake-provider/responses-replies.ts'
export { startRawRecorder, type RawRecorder, type RawRequest } from './fake-provider/raw-recorder.ts'
export type { RecordedRequest } from './fake-provider/recorded-request.ts'
export { startFakeProvider, type FakeLedger, type FakeProvider, type ReplyFunction } from './fake-provider/start-fake-provider.ts'
export { piecesOf, type Split } from './pieces.ts'
export { describeProviderContract } from './provider-contract.ts'
export type { ContractReplies } from './provider-contract/contract-replies.ts'
export type { ProviderContract } from './provider-contract/contract.ts'
export { replayStream, type ReplayOptions } from './replay.ts'
export { seededRandom } from './seeded-random.ts'
