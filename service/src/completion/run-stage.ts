import type { StreamEvent } from '@vitrine/contracts'
import { type AnswerForm, negotiateAnswer } from '../http/negotiate.ts'
import { type Refusal, refuse, refuseWith } from '../http/refusal.ts'
import type { Outcome } from '../middleware/respond.ts'
import { jsonReply } from '../http/reply.ts'
import { streamReply } from '../http/sse.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Log } from '../log.ts'
import type { IdempotencyClaim } from '../idempotency/idempotency-store.ts'
import type { KeptResult } from '../idempotency/kept-result.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Telemetry } from '../telemetry/start-telemetry.ts'
import { collect } from './collect.ts'
import type { Concurrency, Ticket } from './concurrency.ts'
import { keepResult } from './keep-result.ts'
import { replay } from './replay.ts'
import { run } from './run.ts'
import { createRunAbort } from './run-abort.ts'
import { type RunOptions, readRunOptions } from './run-options.ts'
import type { RunPlan } from './run-plan.ts'

export interface RunDeps {
  readonly concurrency: Concurrency
  readonly lifecycle: Lifecycle
  readonly telemetry: Telemetry
  readonly log: Log
  readonly deadlineMs: number
  readonly heartbeatMs: number
  readonly stallMs: number
}

/** A run that may start: planned, with a place among its provider's calls. */
interface StartedRun {
  readonly plan: RunPlan
  readonly claim: IdempotencyClaim | null
  readonly options: RunOptions
  readonly form: AnswerForm
  readonly ticket: Ticket
}

export const DRAINING = refuse(
  'draining',
  'The service is shutting down and takes no new runs. Send this one again in a few seconds.',
  undefined,
  {
    Connection: 'close',
  },
)
const BUSY = refuse(
  'rate_limited',
  'Too many calls with this provider key are running and waiting already. Run fewer at once, or try again shortly.',
)

/** A run that is to be run, and whether its result is to be kept; or the result that it had before. */
export type Planned =
  | { readonly ok: true; readonly plan: RunPlan; readonly claim?: IdempotencyClaim | null }
  | { readonly ok: true; readonly kept: KeptResult }
  | Refusal

/** Reads the body of a request and makes a plan of it. */
type Planning = (wanted: { readonly options: RunOptions; readonly form: AnswerForm }) => Promise<Planned>

interface KeptRun {
  readonly kept: KeptResult
  readonly form: AnswerForm
}

async function startRun(
  { request, projectId }: AdmittedExchange,
  plan: Planning,
  deps: RunDeps,
): Promise<{ readonly ok: true; readonly run: StartedRun | KeptRun } | Refusal> {
  const accepted = negotiateAnswer(request.headers.get('accept'))
  if (!accepted.ok) return accepted
  const { form } = accepted
  const asked = readRunOptions(request.headers, deps.deadlineMs)
  if (!asked.ok) return asked
  const { options } = asked
  const planned = await plan({ options, form })
  if (!planned.ok) return planned
  if ('kept' in planned) return { ok: true, run: { kept: planned.kept, form } }
  const { claim = null, plan: runPlan } = planned
  const ticket = deps.concurrency.enter(`${runPlan.providerName} ${runPlan.keyId}`, projectId)
  if (ticket !== null) return { ok: true, run: { plan: runPlan, claim, options, form, ticket } }
  claim?.abandon()
  return BUSY
}

/** Whatever ends in one run: it is planned, waits for its place, and is answered as JSON or as a stream. */
export async function runStage(exchange: AdmittedExchange, plan: Planning, deps: RunDeps): Promise<Outcome> {
  const leave = deps.lifecycle.enter()
  if (leave === null) return DRAINING
  let started: Awaited<ReturnType<typeof startRun>> | null = null
  try {
    started = await startRun(exchange, plan, deps)
  } finally {
    if (started === null || !started.ok || 'kept' in started.run) leave()
  }
  if (!started.ok) return started
  const { run: wanted } = started
  return 'kept' in wanted ? replay(exchange, wanted.kept, wanted.form, deps) : answer(exchange, wanted, deps, leave)
}

async function answer(
  exchange: AdmittedExchange,
  { plan, claim, options, form, ticket }: StartedRun,
  deps: RunDeps,
  leave: () => void,
): Promise<Outcome> {
  const { request, trace, clock, requestId } = exchange
  const remainingMs = Math.max(1, options.deadlineMs - clock.elapsed())
  const abort = createRunAbort({ client: request.signal, lifecycle: deps.lifecycle.signal, deadlineMs: remainingMs })
  const over = (): void => {
    abort.dispose()
    leave()
  }
  const told: AsyncIterable<StreamEvent> = run(plan, {
    trace,
    clock,
    requestId,
    signal: abort.signal,
    deadlineMs: options.deadlineMs,
    ticket,
    form,
    wire: options.wire,
    capture: deps.telemetry.capture,
    metrics: deps.telemetry.metrics,
    onNote: (note) => deps.log.note({ requestId, traceId: trace.traceId }, note),
    onFault: (cause) => deps.log.fault({ requestId, traceId: trace.traceId }, cause),
  })
  const events = claim === null ? told : keepResult(told, plan, claim)
  if (form === 'stream') {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>()
    deps.telemetry.metrics.streamOpened()
    const response = streamReply(events, exchange.headers, {
      outgoing: exchange.outgoing,
      heartbeatMs: deps.heartbeatMs,
      stallMs: deps.stallMs,
      onLeave: () => abort.abort({ code: 'cancelled' }),
      onClose: () => {
        deps.telemetry.metrics.streamClosed()
        over()
        close()
      },
    })
    return { ok: true, response, closed }
  }
  try {
    const collected = await collect(events)
    return collected.ok ? jsonReply(collected.response, exchange.headers) : refuseWith(collected.error)
  } finally {
    over()
  }
}
