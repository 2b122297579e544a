import type { Cost, ErrorDetail, Message, ProviderEvent } from '@vitrine/contracts'
import { costOf } from '@vitrine/model-catalog'
import { type PreparedCall, usageNote } from '@vitrine/providers'
import { INTERNAL_REFUSAL } from '../http/refusal.ts'
import { startGeneration } from '../telemetry/generation-span.ts'
import { type Answer, createAnswer } from './answer.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunScope } from './run-scope.ts'
import { waitForTurn } from './wait-for-turn.ts'

/** One question to the model. */
export interface Round {
  /** From 1. */
  readonly number: number
  readonly call: PreparedCall
  readonly messages: readonly Message[]
}

/** How a round ended, when its span is written down. */
export interface RoundEnd {
  readonly answer: Answer
  readonly cost: Cost
  readonly failure: ErrorDetail | null
}

/** Of one document the last event says everything but its tokens, so the others need not travel through every layer to be passed over. */
function isForCaller(event: ProviderEvent, { form, wire }: RunScope): boolean {
  if (form === 'json') return event.type === 'logprobs'
  // The last event of a run says how it ended, once everything else is out; the cost is worked out when all is known.
  if (event.type === 'error' || event.type === 'cost') return false
  if (event.type === 'raw') return wire === 'full'
  return event.type !== 'wire' || wire !== 'none'
}

const isFirstSign = (event: ProviderEvent): boolean => event.type === 'part-start' || event.type === 'part-delta'

function settle(plan: RunPlan, answer: Answer): Cost {
  if (answer.billed !== null) return answer.billed
  return answer.usage === null ? { totalUsd: null, source: 'unknown' } : costOf(answer.usage, plan.facts?.price ?? null)
}

/** Asks the model once, retries included, and writes down the span of it. It never rejects. */
export async function* runRound(plan: RunPlan, round: Round, scope: RunScope): AsyncGenerator<ProviderEvent, RoundEnd, undefined> {
  const { trace, clock } = scope
  const { call } = round
  const builder = createAnswer()
  const startMs = clock.elapsed()
  let firstChunkMs: number | null = null
  let attempts = 0
  let fault: ErrorDetail | null = null
  const generation = startGeneration({
    trace,
    provider: plan.providerName,
    model: plan.model,
    baseUrl: call.endpoint.baseUrl,
    settings: plan.asked,
    stream: call.stream,
    messages: round.messages,
    capture: scope.capture,
    startMs,
  })
  for (const note of call.notes ?? []) scope.onNote(note)
  try {
    await waitForTurn(scope.ticket, scope.signal)
    const events = plan.provider.run(call, {
      signal: scope.signal,
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
  }
  const answer = builder.toAnswer()
  if (answer.usage !== null) scope.onNote(usageNote(answer.usage))
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
    model: plan.label,
    ...(failure === null ? {} : { errorType: failure.code }),
    durationSeconds: (endMs - startMs) / 1000,
    firstChunkSeconds: firstChunkMs === null || !call.stream ? null : (firstChunkMs - startMs) / 1000,
    inputTokens: answer.usage?.inputTokens ?? null,
    outputTokens: answer.usage?.outputTokens ?? null,
    costUsd: cost.totalUsd,
    attempts,
  })
  return { answer, cost, failure }
}
