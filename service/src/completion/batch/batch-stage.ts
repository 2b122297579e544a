import type { RunMode } from '@vitrine/contracts'
import type { Refusal } from '../../http/refusal.ts'
import type { AdmittedExchange } from '../../middleware/exchange.ts'
import type { Outcome } from '../../middleware/respond.ts'
import { ATTRIBUTE } from '../../telemetry/attribute-names.ts'
import { readRunOptions } from '../run-options.ts'
import { DRAINING } from '../run-stage.ts'
import { runAttributes } from '../trace-run.ts'
import { refuseForm } from './refuse-form.ts'
import type { BatchDeps, BatchScope } from './batch-scope.ts'
import { BatchWriter } from './batch-writer.ts'
import { planBatch } from './plan-batch.ts'
import { readBatch } from './read-batch.ts'
import { runBatch } from './run-batch.ts'

/** A batch that may start; nothing was sent yet. */
type Planned = { readonly ok: true; readonly start: Omit<BatchScope, 'writer' | 'signal'> } | Refusal

async function plan(exchange: AdmittedExchange, mode: RunMode, deps: BatchDeps): Promise<Planned> {
  const { request, trace, clock, projectId, principal } = exchange
  const unacceptable = refuseForm(request.headers.get('accept'))
  if (unacceptable !== null) return unacceptable
  const asked = readRunOptions(request.headers, deps.deadlineMs)
  if (!asked.ok) return asked
  const { options } = asked
  const read = await readBatch(request, mode, deps.maxBodyBytes)
  if (!read.ok) return read
  const { batch } = read
  const { prompt, rows, concurrency } = batch.request
  const attributes = runAttributes(prompt, { runId: options.runId, rowId: null })
  trace.annotate({ ...attributes, [ATTRIBUTE.batchRows]: rows.length, [ATTRIBUTE.batchConcurrency]: concurrency })
  const planned = await planBatch(batch.request, deps, { projectId, trace, clock })
  if (!planned.ok) return planned
  let text: string | null = null
  const promptText = (): string => (text ??= JSON.stringify(prompt))
  const route = `/services/${mode}/batch`
  const shared = { ...attributes, [ATTRIBUTE.projectId]: projectId, [ATTRIBUTE.endUser]: principal.subjectHash }
  return { ok: true, start: { exchange, route, options, deps, batch, plan: planned.plan, attributes: shared, promptText } }
}

function answer(start: Extract<Planned, { ok: true }>['start'], leave: () => void): Outcome {
  const { exchange, deps } = start
  const { request, trace } = exchange
  const { metrics } = deps.telemetry
  const gone = new AbortController()
  const writer = new BatchWriter({ heartbeatMs: deps.heartbeatMs, stallMs: deps.stallMs, onLeave: () => gone.abort() })
  const onGone = (): void => writer.leave()
  request.signal.addEventListener('abort', onGone, { once: true })
  const carryOut = async (): Promise<void> => {
    const { succeeded, failed, notStarted, replayed } = await runBatch({ ...start, writer, signal: gone.signal })
    trace.annotate({
      [ATTRIBUTE.batchSucceeded]: succeeded,
      [ATTRIBUTE.batchFailed]: failed,
      [ATTRIBUTE.batchNotStarted]: notStarted,
      [ATTRIBUTE.batchReplayed]: replayed,
    })
    request.signal.removeEventListener('abort', onGone)
    metrics.streamClosed()
    leave()
  }
  metrics.streamOpened()
  return { ok: true, response: writer.toResponse(exchange.headers), closed: carryOut() }
}

/** `POST /services/{completion,chat}/batch`: many rows of one prompt, answered as one stream in the order in which they end. */
export async function batchStage(exchange: AdmittedExchange, mode: RunMode, deps: BatchDeps): Promise<Outcome> {
  const leave = deps.lifecycle.enter()
  if (leave === null) return DRAINING
  let planned: Planned | null = null
  try {
    planned = await plan(exchange, mode, deps)
  } finally {
    if (planned === null || !planned.ok) leave()
  }
  return planned.ok ? answer(planned.start, leave) : planned
}
