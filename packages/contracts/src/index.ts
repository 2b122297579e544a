export type { GatewayFacts } from './kernel/gateway.ts'
export {
  MESSAGE_ROLES,
  type AssistantMessage,
  type AudioPart,
  type ContentPart,
  type FilePart,
  type ImagePart,
  type Message,
  type MessageRole,
  type NativeTurn,
  type TextPart,
  type ThinkingBlock,
  type ToolCall,
} from './kernel/message.ts'
export {
  PARAMETER_NAMES,
  type ModelSettings,
  type ParameterName,
  type ResponseFormat,
  type ThinkingSetting,
  type Tool,
  type ToolChoice,
} from './kernel/model-settings.ts'
export type { AvailableModel, Model, ModelApi, ModelCapabilities, ModelPrice, ParameterFact, TokenPrices } from './kernel/model.ts'
export { MOST_ROUNDS, USUAL_ROUNDS, type ToolLoop, type ToolMock, type ToolResult, type ToolRound } from './kernel/tool-loop.ts'
export { COST_SOURCES, FINISH_REASONS, type Cost, type CostSource, type FinishReason, type TokenUsage } from './kernel/usage.ts'
export {
  BATCH_EVENT_NAMES,
  BATCH_STOPS,
  ROW_EVENT_TYPES,
  type BatchCounts,
  type BatchEvent,
  type BatchEventName,
  type BatchStop,
  type RowEvent,
} from './batch-event.ts'
export { batchEventFromWire } from './batch-event-from-wire.ts'
export { batchEventToWire, type WireBatchEvent } from './batch-event-to-wire.ts'
export {
  LONGEST_IDEMPOTENCY_KEY,
  LONGEST_ROW_ID,
  MOST_BATCH_ROWS,
  MOST_ROWS_AT_ONCE,
  type ChatBatchRequest,
  type ChatBatchRow,
  type CompletionBatchRequest,
  type CompletionBatchRow,
} from './batch-request.ts'
export type { BatchRow, BatchRunRequest } from './batch-run-request.ts'
export type { StopRowsRequest, StopRowsResponse } from './stop-rows.ts'
export { errorDetailFromWire } from './error-detail-from-wire.ts'
export { ERROR_CODES, type ErrorBody, type ErrorCode, type ErrorDetail } from './error.ts'
export { isTestResponse } from './is-test-response.ts'
export { RAW_APIS, apiOfUrl, type RawApi, type RawRequest } from './raw-request.ts'
export { RUN_MODES, type RequestIssue, type RunMode, type RunRequest, type UnusedSetting } from './run-request.ts'
export { DEVELOPMENT_PROJECT_ID, type DevTokenResponse, type ModelsResponse } from './service-documents.ts'
export type { CostTotal, DurationTotal, SpanNode, TokenTotal } from './span-node.ts'
export { STREAM_EVENT_TYPES, type Part, type PartKind, type ProviderEvent, type StreamEvent } from './stream-event.ts'
export { streamEventFromWire } from './stream-event-from-wire.ts'
export { streamEventToWire, type WireEvent } from './stream-event-to-wire.ts'
export type { PartLogprobs, TokenLogprob } from './kernel/token-logprob.ts'
export { TEMPLATE_FORMATS, type TemplateFormat } from './template-format.ts'
export type { ChatTestRequest, CompletionTestRequest } from './test-request.ts'
export type { PreviewResponse, SettingsReport, TestResponse } from './test-response.ts'
export { WIRE_DETAILS, type WireAttempt, type WireDetail, type WireRequest } from './wire-attempt.ts'
export { fromWire, toCamelCase, toSnakeCase, toWire, type Wire } from './wire-naming.ts'
