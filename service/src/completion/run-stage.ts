import type { StreamEvent } from '@vitrine/contracts'
import { type AnswerForm, negotiateAnswer } from '../http/negotiate.ts'
import { type Refusal, refuse, refuseWith } from '../http/refusal.ts'
import type { Outcome } from '../middleware/respond.ts'
import { jsonReply } from '../http/reply.ts'
import { streamReply } from '../http/sse.ts'
import type { Lifecycle } from '../lifecycle.ts'
import type { Log } from '../log.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Telemetry } from '../telemetry/start-telemetry.ts'
import { collect } from './collect.ts'
import type { Concurrency, Ticket } from './concurrency.ts'
import { run } from './run.ts'
import { createRunAbort } from './run-abort.ts'
import { type RunOptions, readRunOptions } from './run-options.ts'
import type { Prepared, RunPlan } from './run-plan.ts'

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
  readonly options: RunOptions
  readonly form: AnswerForm
  readonly ticket: Ticket
}

const DRAINING = refuse(
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

/** Reads the body of a request and makes a plan of it. */
type Planning = (wanted: { readonly options: RunOptions; readonly form: AnswerForm }) => Promise<Prepared>

async function startRun(
  { request, projectId }: AdmittedExchange,
  plan: Planning,
  deps: RunDeps,
): Promise<{ readonly ok: true; readonly run: StartedRun } | Refusal> {
  const accepted = negotiateAnswer(request.headers.get('accept'))
  if (!accepted.ok) return accepted
  const { form } = accepted
  const asked = readRunOptions(request.headers, deps.deadlineMs)
  if (!asked.ok) return asked
  const { options } = asked
  const prepared = await plan({ options, form })
  if (!prepared.ok) return prepared
  const ticket = deps.concurrency.enter(`${prepared.plan.providerName} ${prepared.plan.keyId}`, projectId)
  return ticket === null ? BUSY : { ok: true, run: { plan: prepared.plan, options, form, ticket } }
}

/** Whatever ends in one run: it is planned, waits for its place, and is answered as JSON or as a stream. */
export async function runStage(exchange: AdmittedExchange, plan: Planning, deps: RunDeps): Promise<Outcome> {
  const leave = deps.lifecycle.enter()
  if (leave === null) return DRAINING
  let started: Awaited<ReturnType<typeof startRun>> | null = null
  try {
    started = await startRun(exchange, plan, deps)
  } finally {
    if (started === null || !started.ok) leave()
  }
  return started.ok ? answer(exchange, started.run, deps, leave) : started
}

async function answer(
  exchange: AdmittedExchange,
  { plan, options, form, ticket }: StartedRun,
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
  const events: AsyncIterable<StreamEvent> = run(plan, {
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
  if (form === 'stream') {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>()
    deps.telemetry.metrics.streamOpened()
    const response = streamReply(events, exchange.headers, {
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
