import type { Cost, ErrorDetail, ProviderEvent, StreamEvent, TokenUsage, ToolRound, WireAttempt } from '@vitrine/contracts'
import { statusOf } from '../http/error-map.ts'
import { INTERNAL_REFUSAL } from '../http/refusal.ts'
import { withTraceIds } from '../http/reply.ts'
import { isRound, nextRound } from './next-round.ts'
import type { RunPlan } from './run-plan.ts'
import { type Round, type RoundEnd, runRound } from './run-round.ts'
import type { RunScope } from './run-scope.ts'
import { addCost, addUsage } from './sum-usage.ts'
import { toTestResponse } from './test-response.ts'

/** What the rounds of a run add up to. */
interface RunSums {
  usage: TokenUsage | null
  cost: Cost | null
  readonly rounds: ToolRound[]
  readonly attempts: WireAttempt[]
}

/** A stream has sent what there was; in a document it would be lost. */
const withPartial = (error: ErrorDetail, partial: string | null): ErrorDetail =>
  partial === null || partial === '' ? error : { ...error, meta: { ...error.meta, partial } }

const numbered = (attempt: WireAttempt, { number }: Round): WireAttempt => (number === 1 ? attempt : { ...attempt, round: number })

type PartEvent = Extract<ProviderEvent, { readonly index: number }>
const isOfPart = (event: ProviderEvent): event is PartEvent => 'index' in event

interface Shown {
  readonly end: RoundEnd
  /** The end that the provider declared, which is the run's only where no round follows. */
  readonly declared: ProviderEvent | null
  readonly partCount: number
}

/** A round as the caller of a whole run sees it: its parts and its usage counted on from the rounds before. */
async function* shown(plan: RunPlan, round: Round, scope: RunScope, sums: RunSums, firstPart: number): AsyncGenerator<StreamEvent, Shown> {
  const events = runRound(plan, round, scope)
  let declared: ProviderEvent | null = null
  let partCount = firstPart
  for (;;) {
    const step = await events.next()
    if (step.done === true) return { end: step.value, declared, partCount }
    const event = step.value
    if (event.type === 'response-end') declared = event
    else if (event.type === 'usage') yield { ...event, ...addUsage(sums.usage, event), type: 'usage' }
    else if (event.type === 'wire') yield { type: 'wire', attempt: numbered(event.attempt, round) }
    else if (isOfPart(event)) {
      const index = firstPart + event.index
      partCount = Math.max(partCount, index + 1)
      yield { ...event, index }
    } else yield event
  }
}

function add(sums: RunSums, round: Round, { answer, cost }: RoundEnd): void {
  sums.usage = addUsage(sums.usage, answer.usage)
  sums.cost = addCost(sums.cost, cost)
  sums.attempts.push(...answer.attempts.map((attempt) => numbered(attempt, round)))
}

/** Asks the model until it calls no tool that can be answered here; one round where there is no loop. */
async function* rounds(plan: RunPlan, scope: RunScope, sums: RunSums): AsyncGenerator<StreamEvent, RoundEnd> {
  let round: Round = { number: 1, call: plan.call, messages: plan.messages }
  let firstPart = 0
  for (;;) {
    const { end, declared, partCount } = yield* shown(plan, round, scope, sums, firstPart)
    add(sums, round, end)
    const following = nextRound(plan.loop, round, end, scope)
    if (following === null) {
      if (declared !== null) yield declared
      return end
    }
    sums.rounds.push({ message: end.answer.message, results: following.results })
    if (!isRound(following.next)) return { ...end, failure: following.next }
    round = following.next
    firstPart = partCount
    if (scope.form === 'stream') yield { type: 'round', round: round.number, of: plan.loop?.of ?? 1, results: following.results }
  }
}

/**
 * The one engine: a prepared run as a stream of events, for JSON, SSE and whatever else comes. It never rejects; the last event is
 * `result` or `error`, and by then the trace is complete.
 */
export async function* run(plan: RunPlan, scope: RunScope): AsyncGenerator<StreamEvent, void, undefined> {
  const { trace } = scope
  const streams = scope.form === 'stream'
  if (streams)
    yield { type: 'response-start', model: plan.model, provider: plan.providerName, traceId: trace.traceId, spanId: trace.spanId }
  const sums: RunSums = { usage: null, cost: null, rounds: [], attempts: [] }
  let end: RoundEnd | null = null
  try {
    end = yield* plan.loop === null ? single(plan, scope, sums) : rounds(plan, scope, sums)
  } catch (cause) {
    scope.onFault(cause)
  } finally {
    scope.ticket.release()
  }
  const failure = end === null ? INTERNAL_REFUSAL.error : end.failure
  scope.metrics.row(failure?.code ?? 'success')
  // A stream has said 200 long before it fails.
  trace.end(failure === null || streams ? 200 : statusOf(failure.code), failure?.code)
  const { usage, cost } = sums
  if (streams && cost !== null && (failure === null || usage !== null)) yield { type: 'cost', totalUsd: cost.totalUsd, source: cost.source }
  if (end === null || failure !== null) {
    const error = failure ?? INTERNAL_REFUSAL.error
    yield { type: 'error', error: withTraceIds(streams ? error : withPartial(error, end?.answer.message.content ?? null), trace) }
    return
  }
  yield {
    type: 'result',
    response: toTestResponse({
      mode: plan.mode,
      raw: plan.raw,
      responseFormat: plan.responseFormat,
      answer: end.answer,
      rounds: sums.rounds,
      settings: plan.settings,
      tree: trace.tree(),
      traceId: trace.traceId,
      spanId: trace.spanId,
      wire: scope.wire === 'none' ? null : sums.attempts,
    }),
  }
}

/** The common case costs no layer: one round, whose events are the run's. */
async function* single(plan: RunPlan, scope: RunScope, sums: RunSums): AsyncGenerator<StreamEvent, RoundEnd> {
  const round: Round = { number: 1, call: plan.call, messages: plan.messages }
  const end = yield* runRound(plan, round, scope)
  add(sums, round, end)
  return end
}
