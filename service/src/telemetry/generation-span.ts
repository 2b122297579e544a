import { type Attributes, SpanKind } from '@opentelemetry/api'
import type { Cost, FinishReason, Message, ModelSettings, TokenUsage } from '@vitrine/contracts'
import type { AttemptFacts } from '@vitrine/providers'
import type { CaptureMode } from '../config/telemetry-settings.ts'
import { ATTRIBUTE, CHAT_OPERATION, DETAILS_EVENT } from './attribute-names.ts'
import { recordedMessages } from './redact-content.ts'
import { type RequestTrace, markFailed } from './request-trace.ts'

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

export interface GenerationEnd {
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

const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null))

function serverOf(address: string): Attributes {
  const url = URL.parse(address)
  if (url === null) return {}
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  return { [ATTRIBUTE.serverAddress]: url.hostname, [ATTRIBUTE.serverPort]: port }
}

/** What the conventions want at the start, so that a sampler can see it. */
const requestAttributes = ({ provider, model, baseUrl, settings, stream }: GenerationStart): Attributes =>
  present({
    [ATTRIBUTE.operation]: CHAT_OPERATION,
    [ATTRIBUTE.provider]: provider,
    [ATTRIBUTE.requestModel]: model,
    ...serverOf(baseUrl),
    [ATTRIBUTE.stream]: stream,
    [ATTRIBUTE.temperature]: settings.temperature,
    [ATTRIBUTE.topP]: settings.topP,
    [ATTRIBUTE.maxTokens]: settings.maxCompletionTokens ?? settings.maxTokens,
    [ATTRIBUTE.frequencyPenalty]: settings.frequencyPenalty,
    [ATTRIBUTE.presencePenalty]: settings.presencePenalty,
    [ATTRIBUTE.stopSequences]: typeof settings.stop === 'string' ? [settings.stop] : settings.stop?.slice(),
    [ATTRIBUTE.seed]: settings.seed,
    [ATTRIBUTE.outputType]: settings.responseFormat === undefined ? undefined : settings.responseFormat.type === 'text' ? 'text' : 'json',
  })

function usageAttributes(usage: TokenUsage | null): Attributes {
  if (usage === null) return {}
  return {
    [ATTRIBUTE.inputTokens]: usage.inputTokens,
    [ATTRIBUTE.outputTokens]: usage.outputTokens,
    [ATTRIBUTE.totalTokens]: usage.totalTokens,
    [ATTRIBUTE.cachedTokens]: usage.cachedTokens,
    [ATTRIBUTE.cacheWriteTokens]: usage.cacheWriteTokens,
    [ATTRIBUTE.reasoningTokens]: usage.reasoningTokens,
    [ATTRIBUTE.usageEstimated]: usage.source === 'estimate' ? true : undefined,
  }
}

const costAttributes = (cost: Cost): Attributes => ({
  [ATTRIBUTE.cost]: cost.totalUsd ?? undefined,
  [ATTRIBUTE.costSource]: cost.source,
  [ATTRIBUTE.promptCost]: cost.promptUsd,
  [ATTRIBUTE.completionCost]: cost.completionUsd,
  [ATTRIBUTE.priceDate]: cost.priceDate,
})

/** Seconds; only a stream has a first chunk that is not the last. */
const timeToFirstChunk = ({ firstChunkMs }: GenerationEnd, { stream, startMs }: GenerationStart): number | undefined =>
  firstChunkMs === null || !stream ? undefined : Math.round((firstChunkMs - startMs) * 1000) / 1_000_000

const responseAttributes = (end: GenerationEnd, start: GenerationStart): Attributes =>
  present({
    [ATTRIBUTE.responseId]: end.responseId,
    [ATTRIBUTE.responseModel]: end.responseModel,
    [ATTRIBUTE.finishReasons]: end.finishReason === null ? undefined : [end.finishReason],
    [ATTRIBUTE.timeToFirstChunk]: timeToFirstChunk(end, start),
    [ATTRIBUTE.serverTimeToFirstToken]: timeToFirstChunk(end, start),
    ...usageAttributes(end.usage),
    ...costAttributes(end.cost),
  })

const attemptAttributes = (facts: AttemptFacts): Attributes =>
  present({
    [ATTRIBUTE.method]: facts.method,
    [ATTRIBUTE.url]: facts.url,
    ...serverOf(facts.url),
    [ATTRIBUTE.status]: facts.status,
    [ATTRIBUTE.retryAttempt]: facts.attempt,
    [ATTRIBUTE.resendCount]: facts.attempt > 1 ? facts.attempt - 1 : undefined,
  })

/** @see observability.md B1, B4 */
export function startGeneration(start: GenerationStart): GenerationSpan {
  const { trace, capture } = start
  const span = trace.startSpan(`${CHAT_OPERATION} ${start.model}`, SpanKind.CLIENT, requestAttributes(start), start.startMs)
  return {
    attempt(facts) {
      const { host = facts.url } = URL.parse(facts.url) ?? {}
      const child = trace.startSpan(`${facts.method} ${host}`, SpanKind.CLIENT, attemptAttributes(facts), facts.startMs, span)
      if (facts.failure !== null) markFailed(child, facts.status === null ? 'connection' : String(facts.status))
      trace.endSpan(child, facts.endMs)
    },
    end(end) {
      span.setAttributes(responseAttributes(end, start))
      if (capture !== 'none') {
        const content = {
          [ATTRIBUTE.inputMessages]: recordedMessages(start.messages),
          [ATTRIBUTE.outputMessages]: recordedMessages([end.message]),
        }
        if (capture !== 'event') span.setAttributes(content)
        if (capture !== 'span') span.addEvent(DETAILS_EVENT, content)
      }
      if (end.failure !== null) markFailed(span, end.failure)
      trace.endSpan(span, end.endMs)
    },
  }
}
