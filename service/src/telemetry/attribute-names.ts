/**
 * Names of the OpenTelemetry conventions that are still in development, and our own. They are kept here because no package with stable
 * names has them.
 * @see https://github.com/open-telemetry/semantic-conventions-genai
 */
export const ATTRIBUTE = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  requestModel: 'gen_ai.request.model',
  stream: 'gen_ai.request.stream',
  temperature: 'gen_ai.request.temperature',
  topP: 'gen_ai.request.top_p',
  maxTokens: 'gen_ai.request.max_tokens',
  frequencyPenalty: 'gen_ai.request.frequency_penalty',
  presencePenalty: 'gen_ai.request.presence_penalty',
  stopSequences: 'gen_ai.request.stop_sequences',
  seed: 'gen_ai.request.seed',
  outputType: 'gen_ai.output.type',
  responseId: 'gen_ai.response.id',
  responseModel: 'gen_ai.response.model',
  finishReasons: 'gen_ai.response.finish_reasons',
  /** Seconds. */
  timeToFirstChunk: 'gen_ai.response.time_to_first_chunk',
  /** Seconds; the name some back ends read instead. */
  serverTimeToFirstToken: 'gen_ai.server.ttft',
  inputTokens: 'gen_ai.usage.input_tokens',
  outputTokens: 'gen_ai.usage.output_tokens',
  cachedTokens: 'gen_ai.usage.cache_read.input_tokens',
  cacheWriteTokens: 'gen_ai.usage.cache_creation.input_tokens',
  reasoningTokens: 'gen_ai.usage.reasoning.output_tokens',
  /** USD. */
  cost: 'gen_ai.usage.cost',
  inputMessages: 'gen_ai.input.messages',
  outputMessages: 'gen_ai.output.messages',
  toolDefinitions: 'gen_ai.tool.definitions',
  toolName: 'gen_ai.tool.name',
  toolCallId: 'gen_ai.tool.call.id',
  totalTokens: 'playground.usage.total_tokens',
  usageEstimated: 'playground.usage.estimated',
  costSource: 'playground.cost.source',
  promptCost: 'playground.cost.prompt_usd',
  completionCost: 'playground.cost.completion_usd',
  priceDate: 'playground.price.table.version',
  projectId: 'playground.project.id',
  applicationId: 'playground.application.id',
  runId: 'playground.run.id',
  rowId: 'playground.row.id',
  batchRows: 'playground.batch.rows',
  batchConcurrency: 'playground.batch.concurrency',
  batchSucceeded: 'playground.batch.rows.succeeded',
  batchFailed: 'playground.batch.rows.failed',
  batchNotStarted: 'playground.batch.rows.not_started',
  batchReplayed: 'playground.batch.rows.replayed',
  /** The result is that of an earlier run with the same idempotency key. */
  replayed: 'playground.replayed',
  mode: 'playground.mode',
  raw: 'playground.raw',
  templateFormat: 'playground.template.format',
  references: 'playground.references',
  links: 'playground.links',
  requestId: 'playground.request.id',
  retryAttempt: 'playground.retry.attempt',
  vaultProvider: 'vault.provider',
  vaultKeyId: 'vault.key.id',
  formatOfTemplate: 'template.format',
  variableCount: 'template.variables.count',
  renderedBytes: 'rendered.bytes',
  endUser: 'enduser.id',
  errorType: 'error.type',
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  scheme: 'url.scheme',
  url: 'url.full',
  resendCount: 'http.request.resend_count',
  serverAddress: 'server.address',
  serverPort: 'server.port',
} as const

/** `gen_ai.operation.name` of every call here; spans that carry it are the ones that cost money. */
export const CHAT_OPERATION = 'chat'
/** `gen_ai.operation.name` of a tool that was answered for the model. */
export const TOOL_OPERATION = 'execute_tool'
/** The event that carries content where content is captured by event. */
export const DETAILS_EVENT = 'gen_ai.client.inference.operation.details'

const CONTENT = [ATTRIBUTE.inputMessages, ATTRIBUTE.outputMessages, ATTRIBUTE.toolDefinitions]
/** What a node says elsewhere: its metrics, its times, the header of the answer; and a second name for the same figure. */
const SAID_ELSEWHERE = [
  ATTRIBUTE.inputTokens,
  ATTRIBUTE.outputTokens,
  ATTRIBUTE.totalTokens,
  ATTRIBUTE.cachedTokens,
  ATTRIBUTE.reasoningTokens,
  ATTRIBUTE.usageEstimated,
  ATTRIBUTE.cost,
  ATTRIBUTE.costSource,
  ATTRIBUTE.promptCost,
  ATTRIBUTE.completionCost,
  ATTRIBUTE.serverTimeToFirstToken,
  ATTRIBUTE.requestId,
  ATTRIBUTE.endUser,
]
const HIDDEN: ReadonlySet<string> = new Set([...CONTENT, ...SAID_ELSEWHERE])

/** What the tree in an answer shows of a span: the names above, without content and without what the node says anyway. */
export const SHOWN_ATTRIBUTES: ReadonlySet<string> = new Set(Object.values(ATTRIBUTE).filter((name) => !HIDDEN.has(name)))
