import { type Attributes, SpanKind } from '@opentelemetry/api'
import type { Cost, FinishReason, Message, ModelSettings, TokenUsage } from '@vitrine/contracts'
import type { AttemptFacts } from '@vitrine/providers'
import type { CaptureMode } from '../config/telemetry-settings.ts'
import { ATTRIBUTE, CHAT_OPERATION, DETAILS_EVENT } from './attribute-names.ts'
import { recordedMessages } from './redact-content.ts'
import type { RequestTrace } from './request-trace.ts'

export interface GenerationStart {
  readonly trace: RequestTrace
  readonly provider: string
  /** As the provider is sent it. */
  readonly model: string
  readonly baseUrl: string
  readonly settings: ModelSettings
  readonly stream: boolean
  readonly messages: readonly Message[]
  readonly capture: CaptureMode
  /** Milliseconds since the request was accepted. */
  readonly startMs: number
}

interface GenerationEnd {
  readonly endMs: number
  readonly firstChunkMs: number | null
  readonly usage: TokenUsage | null
  readonly cost: Cost
  readonly finishReason: FinishReason | null
  readonly responseId: string | null
  readonly responseModel: string | null
  readonly message: Message
  /** The code of the error it ended with. */
  readonly failure: string | null
}

/** The span of one logical call, retries included, with a child for each attempt. */
export interface GenerationSpan {
  /** Written down when it is over, with its own times. */
  attempt(facts: AttemptFacts): void
  end(end: GenerationEnd): void
}

/** Leaves out what is not known. */
function put(attributes: Attributes, name: string, value: string | number | string[] | null | undefined): void {
  if (value !== undefined && value !== null) attributes[name] = value
}

/** Addresses come from the operator's settings, so there are few of them. */
const servers = new Map<string, Attributes>()
const MAX_SERVERS = 100

function serverOf(address: string): Attributes {
  const known = servers.get(address)
  if (known !== undefined) return known
  const url = URL.parse(address)
  if (url === null) return {}
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  const server = { [ATTRIBUTE.serverAddress]: url.hostname, [ATTRIBUTE.serverPort]: port }
  if (servers.size < MAX_SERVERS) servers.set(address, server)
  return server
}

function requestAttributes({ provider, model, baseUrl, settings, stream }: GenerationStart): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.operation]: CHAT_OPERATION,
    [ATTRIBUTE.provider]: provider,
    [ATTRIBUTE.requestModel]: model,
    [ATTRIBUTE.stream]: stream,
    ...serverOf(baseUrl),
  }
  const { stop, responseFormat } = settings
  put(attributes, ATTRIBUTE.temperature, settings.temperature)
  put(attributes, ATTRIBUTE.topP, settings.topP)
  put(attributes, ATTRIBUTE.maxTokens, settings.maxCompletionTokens ?? settings.maxTokens)
  put(attributes, ATTRIBUTE.frequencyPenalty, settings.frequencyPenalty)
  put(attributes, ATTRIBUTE.presencePenalty, settings.presencePenalty)
  put(attributes, ATTRIBUTE.stopSequences, typeof stop === 'string' ? [stop] : stop?.slice())
  put(attributes, ATTRIBUTE.seed, settings.seed)
  if (responseFormat !== undefined) attributes[ATTRIBUTE.outputType] = responseFormat.type === 'text' ? 'text' : 'json'
  return attributes
}

function putUsage(attributes: Attributes, usage: TokenUsage): void {
  attributes[ATTRIBUTE.inputTokens] = usage.inputTokens
  attributes[ATTRIBUTE.outputTokens] = usage.outputTokens
  attributes[ATTRIBUTE.totalTokens] = usage.totalTokens
  put(attributes, ATTRIBUTE.cachedTokens, usage.cachedTokens)
  put(attributes, ATTRIBUTE.cacheWriteTokens, usage.cacheWriteTokens)
  put(attributes, ATTRIBUTE.reasoningTokens, usage.reasoningTokens)
  if (usage.source === 'estimate') attributes[ATTRIBUTE.usageEstimated] = true
}

/** Seconds; only a stream has a first chunk that is not the last. */
const timeToFirstChunk = ({ firstChunkMs }: GenerationEnd, { stream, startMs }: GenerationStart): number | null =>
  firstChunkMs === null || !stream ? null : Math.round((firstChunkMs - startMs) * 1000) / 1_000_000

function responseAttributes(end: GenerationEnd, start: GenerationStart): Attributes {
  const { cost, usage } = end
  const attributes: Attributes = { [ATTRIBUTE.costSource]: cost.source }
  put(attributes, ATTRIBUTE.responseId, end.responseId)
  put(attributes, ATTRIBUTE.responseModel, end.responseModel)
  put(attributes, ATTRIBUTE.finishReasons, end.finishReason === null ? null : [end.finishReason])
  put(attributes, ATTRIBUTE.timeToFirstChunk, timeToFirstChunk(end, start))
  put(attributes, ATTRIBUTE.serverTimeToFirstToken, timeToFirstChunk(end, start))
  if (usage !== null) putUsage(attributes, usage)
  put(attributes, ATTRIBUTE.cost, cost.totalUsd)
  put(attributes, ATTRIBUTE.promptCost, cost.promptUsd)
  put(attributes, ATTRIBUTE.completionCost, cost.completionUsd)
  put(attributes, ATTRIBUTE.priceDate, cost.priceDate)
  return attributes
}

function attemptAttributes(facts: AttemptFacts): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.method]: facts.method,
    [ATTRIBUTE.url]: facts.url,
    ...serverOf(facts.url),
    [ATTRIBUTE.retryAttempt]: facts.attempt,
  }
  put(attributes, ATTRIBUTE.status, facts.status)
  if (facts.attempt > 1) attributes[ATTRIBUTE.resendCount] = facts.attempt - 1
  return attributes
}

const attemptName = ({ method, url }: AttemptFacts): string => {
  const { [ATTRIBUTE.serverAddress]: address, [ATTRIBUTE.serverPort]: port } = serverOf(url)
  return typeof address === 'string' ? `${method} ${address}${port === 443 || port === 80 ? '' : `:${String(port)}`}` : method
}

const contentAttributes = (input: readonly Message[], output: Message): Attributes => ({
  [ATTRIBUTE.inputMessages]: recordedMessages(input),
  [ATTRIBUTE.outputMessages]: recordedMessages([output]),
})

/** @see observability.md B1, B4 */
export function startGeneration(start: GenerationStart): GenerationSpan {
  const { trace, capture } = start
  const span = trace.open()
  return {
    attempt(facts) {
      trace.stage(
        {
          name: attemptName(facts),
          kind: SpanKind.CLIENT,
          startMs: facts.startMs,
          endMs: facts.endMs,
          attributes: attemptAttributes(facts),
          ...(facts.failure === null ? {} : { failure: facts.status === null ? 'connection' : String(facts.status) }),
        },
        span,
      )
    },
    end(end) {
      const content = capture === 'none' ? null : contentAttributes(start.messages, end.message)
      trace.close(span, {
        name: `${CHAT_OPERATION} ${start.model}`,
        kind: SpanKind.CLIENT,
        startMs: start.startMs,
        endMs: end.endMs,
        attributes: {
          ...requestAttributes(start),
          ...responseAttributes(end, start),
          ...(capture === 'event' ? null : content),
        },
        ...(content === null || capture === 'span' ? {} : { event: { name: DETAILS_EVENT, attributes: content } }),
        ...(end.failure === null ? {} : { failure: end.failure }),
      })
    },
  }
}
