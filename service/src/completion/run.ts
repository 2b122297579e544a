import type { Cost, ErrorDetail, ProviderEvent, StreamEvent, WireDetail } from '@vitrine/contracts'
import { costOf } from '@vitrine/model-catalog'
import { statusOf } from '../http/error-map.ts'
import type { AnswerForm } from '../http/negotiate.ts'
import { INTERNAL_REFUSAL } from '../http/refusal.ts'
import { withTraceIds } from '../http/reply.ts'
import type { CaptureMode } from '../config/telemetry-settings.ts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { startGeneration } from '../telemetry/generation-span.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import { type Answer, createAnswer } from './answer.ts'
import type { Ticket } from './concurrency.ts'
import type { RunPlan } from './prepare.ts'
import { toTestResponse } from './test-response.ts'
import { waitForTurn } from './wait-for-turn.ts'

/** What surrounds one run. */
export interface RunScope {
  readonly trace: RequestTrace
  readonly clock: RequestClock
  readonly requestId: string
  /** Aborted with an `AbortCause`. */
  readonly signal: AbortSignal
  /** When the signal will be aborted, in milliseconds since the request was accepted. */
  readonly deadlineMs: number
  readonly ticket: Ticket
  readonly form: AnswerForm
  readonly wire: WireDetail
  readonly capture: CaptureMode
  readonly metrics: Metrics
  /** Something broke that must not: for the log, not for the caller. */
  readonly onFault: (cause: unknown) => void
}

/** A caller who wants one document reads the last event only, so the others need not travel through every layer to be passed over. */
function isForCaller(event: ProviderEvent, { form, wire }: RunScope): boolean {
  if (form === 'json') return false
  // The last event of a run says how it ended, once everything else is out; the cost is worked out when all is known.
  if (event.type === 'error' || event.type === 'cost') return false
  if (event.type === 'raw') return wire === 'full'
  return event.type !== 'wire' || wire !== 'none'
}

const isFirstSign = (event: ProviderEvent): boolean => event.type === 'part-start' || event.type === 'part-delta'

/** A stream has sent what there was; in a document it would be lost. */
const withPartial = (error: ErrorDetail, partial: string | null): ErrorDetail =>
  partial === null || partial === '' ? error : { ...error, meta: { ...error.meta, partial } }

function settle(plan: RunPlan, answer: Answer): Cost {
  if (answer.billed !== null) return answer.billed
  return answer.usage === null ? { totalUsd: null, source: 'unknown' } : costOf(answer.usage, plan.facts?.price ?? null)
}

/**
 * The one engine: a prepared run as a stream of events, for JSON, SSE and whatever else comes. It never rejects; the last event is
 * `result` or `error`, and by then the trace is complete.
 */
export async function* run(plan: RunPlan, scope: RunScope): AsyncGenerator<StreamEvent, void, undefined> {
  const { trace, clock, signal, ticket } = scope
  const streams = scope.form === 'stream'
  if (streams)
    yield { type: 'response-start', model: plan.model, provider: plan.providerName, traceId: trace.traceId, spanId: trace.spanId }
  const builder = createAnswer()
  const startMs = clock.elapsed()
  let firstChunkMs: number | null = null
  let attempts = 0
  let fault: ErrorDetail | null = null
  const generation = startGeneration({
    trace,
    provider: plan.providerName,
    model: plan.model,
    baseUrl: plan.call.endpoint.baseUrl,
    settings: plan.request.settings,
    stream: plan.call.stream,
    messages: plan.messages,
    capture: scope.capture,
    startMs,
  })
  try {
    await waitForTurn(ticket, signal)
    const events = plan.provider.run(plan.call, {
      signal,
      requestId: scope.requestId,
      wire: scope.wire,
      clock: () => clock.elapsed(),
      deadlineMs: scope.deadlineMs,
      onAttempt: (facts) => {
        attempts++
        generation.attempt(facts)
      },
    })
    for await (const event of events) {
      if (firstChunkMs === null && isFirstSign(event)) firstChunkMs = clock.elapsed()
      builder.take(event)
      if (isForCaller(event, scope)) yield event
    }
  } catch (cause) {
    scope.onFault(cause)
    fault = INTERNAL_REFUSAL.error
  } finally {
    ticket.release()
  }
  const answer = builder.toAnswer()
  const failure = fault ?? answer.error
  const cost = settle(plan, answer)
  const endMs = clock.elapsed()
  generation.end({
    endMs,
    firstChunkMs,
    usage: answer.usage,
    cost,
    finishReason: failure === null ? answer.finishReason : null,
    responseId: answer.responseId,
    responseModel: answer.model,
    message: answer.message,
    failure: failure?.code ?? null,
  })
  scope.metrics.call({
    provider: plan.providerName,
    model: plan.facts?.name ?? 'other',
    ...(failure === null ? {} : { errorType: failure.code }),
    durationSeconds: (endMs - startMs) / 1000,
    firstChunkSeconds: firstChunkMs === null || !plan.call.stream ? null : (firstChunkMs - startMs) / 1000,
    inputTokens: answer.usage?.inputTokens ?? null,
    outputTokens: answer.usage?.outputTokens ?? null,
    costUsd: cost.totalUsd,
    attempts,
  })
  scope.metrics.row(failure?.code ?? 'success')
  // A stream has said 200 long before it fails.
  trace.end(failure === null || streams ? 200 : statusOf(failure.code), failure?.code)
  if (streams && (failure === null || answer.usage !== null)) yield { type: 'cost', totalUsd: cost.totalUsd, source: cost.source }
  if (failure !== null)
    yield { type: 'error', error: withTraceIds(streams ? failure : withPartial(failure, answer.message.content), trace) }
  else {
    yield {
      type: 'result',
      response: toTestResponse({
        mode: plan.request.mode,
        responseFormat: plan.responseFormat,
        answer,
        settings: plan.settings,
        tree: trace.tree(),
        traceId: trace.traceId,
        spanId: trace.spanId,
        wire: scope.wire === 'none' ? null : answer.attempts,
      }),
    }
  }
}
