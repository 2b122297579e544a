import type { ErrorDetail, StreamEvent, TestResponse } from '@vitrine/contracts'
import { abortError } from '@vitrine/providers'
import { toJsonText } from '@vitrine/templating'
import { statusOf } from '../../http/error-map.ts'
import { INTERNAL_REFUSAL, type Refusal, refuseWith } from '../../http/refusal.ts'
import { withTraceIds } from '../../http/reply.ts'
import { type RunClaim, UNCLAIMED, claimOrJoin } from '../../idempotency/claim-run.ts'
import type { JoinedRun, KeptResult } from '../../idempotency/kept-result.ts'
import { type RequestClock, startRequestClock } from '../../middleware/request-clock.ts'
import { ATTRIBUTE } from '../../telemetry/attribute-names.ts'
import { type RequestTrace, startRequestTrace } from '../../telemetry/request-trace.ts'
import type { Ticket } from '../concurrency.ts'
import { keepResult } from '../keep-result.ts'
import { run } from '../run.ts'
import { type RunAbort, createRunAbort } from '../run-abort.ts'
import type { Prepared, RunPlan } from '../run-plan.ts'
import type { BatchScope, PlacedRow } from './batch-scope.ts'
import type { RowOutcome } from './batch-tally.ts'

/** A trace of its own, with a link to the batch: thousands of rows in one trace are more than any back end shows. */
function startTrace(
  { exchange, route, attributes, deps }: BatchScope,
  rowId: string,
  requestId: string,
  clock: RequestClock,
): RequestTrace {
  return startRequestTrace({
    tracing: deps.telemetry.tracing,
    clock,
    name: `${route} row`,
    attributes: { ...attributes, [ATTRIBUTE.requestId]: requestId, [ATTRIBUTE.rowId]: rowId },
    caller: exchange.trace.context,
    trusted: false,
  })
}

/** What went over the wire was told in events of its own. */
const withoutWire = ({ wire: _told, ...response }: TestResponse): TestResponse => response

/** Is given what ends the row before its time. */
export type RowListener = (stop: () => void) => void

/** One row on its way, from its turn to its end. */
class RowRun {
  readonly #scope: BatchScope
  readonly #placed: PlacedRow
  readonly #clock: RequestClock
  readonly #trace: RequestTrace
  readonly #requestId: string
  readonly #onStart: RowListener

  constructor(scope: BatchScope, placed: PlacedRow, onStart: RowListener) {
    const { deps } = scope
    this.#scope = scope
    this.#placed = placed
    this.#onStart = onStart
    this.#clock = startRequestClock(deps.time)
    this.#requestId = deps.newId()
    this.#trace = startTrace(scope, placed.row.rowId, this.#requestId, this.#clock)
  }

  async go(ticket: Ticket): Promise<RowOutcome> {
    const { rowId } = this.#placed.row
    const { traceId, spanId } = this.#trace
    this.#scope.writer.put({ type: 'row-start', rowId, traceId, spanId })
    let claimed: RunClaim = UNCLAIMED
    try {
      claimed = await this.#claim()
      if (!claimed.ok) return this.#refuse(claimed.error)
      if (claimed.kept !== null) return this.#replay(claimed.kept)
      const planned = this.#plan()
      if (!planned.ok) return this.#refuse(planned.error)
      return await this.#run(planned.plan, ticket, claimed)
    } catch (cause) {
      this.#onFault(cause)
      return this.#refuse(INTERNAL_REFUSAL.error)
    } finally {
      if (claimed.ok) claimed.claim?.abandon()
      ticket.release()
    }
  }

  async #claim(): Promise<RunClaim> {
    const { row, at } = this.#placed
    const { deps, exchange, route, batch, promptText } = this.#scope
    if (row.idempotencyKey === undefined) return UNCLAIMED
    const { projectId } = exchange
    const parts = [promptText(), toJsonText(batch.inputsOf(row, at)), JSON.stringify(row.history)]
    const scope = { projectId, route, key: row.idempotencyKey }
    return claimOrJoin(deps.idempotency, scope, parts, batch, (joined) => this.#wait(joined))
  }

  /** Waits for what somebody else runs, for as long as the row may take. */
  async #wait(joined: JoinedRun): Promise<KeptResult | null | Refusal> {
    const abort = this.#createAbort(this.#scope.signal)
    const { signal } = abort
    if (signal.aborted) joined.leave()
    signal.addEventListener('abort', () => joined.leave(), { once: true })
    try {
      const result = await joined.result
      return result === null && signal.aborted ? refuseWith(abortError(signal.reason)) : result
    } finally {
      abort.dispose()
    }
  }

  #createAbort(client: AbortSignal): RunAbort {
    const { deps, options } = this.#scope
    const remainingMs = Math.max(1, options.deadlineMs - this.#clock.elapsed())
    const abort = createRunAbort({ client, lifecycle: deps.lifecycle.signal, deadlineMs: remainingMs })
    this.#onStart(() => abort.abort({ code: 'cancelled' }))
    return abort
  }

  #plan(): Prepared {
    const { row, at } = this.#placed
    const { batch, plan } = this.#scope
    return plan.planRow(row, batch.inputsOf(row, at), { trace: this.#trace, clock: this.#clock })
  }

  async #run(plan: RunPlan, ticket: Ticket, { claim }: Extract<RunClaim, { kept: null }>): Promise<RowOutcome> {
    const { deps, options, signal, writer } = this.#scope
    const abort = this.#createAbort(claim?.whileWanted(signal) ?? signal)
    const note = { requestId: this.#requestId, traceId: this.#trace.traceId }
    const events = run(plan, {
      trace: this.#trace,
      clock: this.#clock,
      requestId: this.#requestId,
      signal: abort.signal,
      deadlineMs: options.deadlineMs,
      ticket,
      form: 'stream',
      wire: options.wire,
      capture: deps.telemetry.capture,
      metrics: deps.telemetry.metrics,
      onNote: (said) => deps.log.note(note, said),
      onFault: (cause) => this.#onFault(cause),
    })
    try {
      let outcome: RowOutcome = 'failed'
      for await (const event of claim === null ? events : keepResult(events, plan, claim)) {
        if (event.type === 'result') outcome = 'succeeded'
        const room = writer.roomToGoOn()
        if (room !== null) await room
        this.#tell(event)
      }
      return outcome
    } finally {
      abort.dispose()
    }
  }

  #tell(event: StreamEvent): void {
    const { writer, batch } = this.#scope
    const { rowId } = this.#placed.row
    if (event.type === 'result')
      writer.put({ type: 'row-result', rowId, response: batch.request.wireInEvents ? withoutWire(event.response) : event.response })
    else if (event.type === 'error') writer.put({ type: 'row-error', rowId, error: event.error })
    // The batch has signs of life of its own; pieces of text are for those who asked for them.
    else if (event.type !== 'heartbeat' && (event.type !== 'part-delta' || batch.request.textDeltas))
      writer.put({ type: 'row-event', rowId, event })
  }

  #replay({ response }: KeptResult): RowOutcome {
    this.#trace.annotate({ [ATTRIBUTE.replayed]: true })
    this.#trace.end(200)
    this.#scope.writer.put({ type: 'row-result', rowId: this.#placed.row.rowId, response, replayed: true })
    return 'replayed'
  }

  #refuse(error: ErrorDetail): RowOutcome {
    const { writer, deps } = this.#scope
    deps.telemetry.metrics.row(error.code)
    this.#trace.end(statusOf(error.code), error.code)
    writer.put({ type: 'row-error', rowId: this.#placed.row.rowId, error: withTraceIds(error, this.#trace) })
    return 'failed'
  }

  #onFault(cause: unknown): void {
    this.#scope.deps.log.fault({ requestId: this.#requestId, traceId: this.#trace.traceId }, cause)
  }
}

/** Runs one row: it is prepared now that its turn has come, and whatever becomes of it is told as its own. It never rejects. */
export const runRow = (scope: BatchScope, placed: PlacedRow, ticket: Ticket, onStart: RowListener): Promise<RowOutcome> =>
  new RowRun(scope, placed, onStart).go(ticket)
