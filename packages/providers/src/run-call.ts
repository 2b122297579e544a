import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { errorOfEnd, LEFT, type AttemptEnd } from './attempt-end.ts'
import { AttemptRecord } from './attempt-record.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import { Attempt } from './attempt.ts'
import { addressProblem } from './call-address.ts'
import { CallGate } from './limits/call-gate.ts'
import type { Limits } from './limits/create-limits.ts'
import { nextAttempt } from './next-attempt.ts'
import { abortError } from './provider-error.ts'
import type { CallContext, Dialect, PreparedCall } from './provider.ts'
import { createRedactor, type Redactor } from './redact.ts'
import { shownEvent } from './shown-event.ts'
import type { Transport } from './transport/transport.ts'

export interface CallOptions {
  readonly name: string
  readonly dialect: Dialect
  readonly transport: Transport
  readonly random: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  readonly maxAttempts: number
  readonly answerLimits: AttemptLimits
  readonly limits: Limits | null
}

/** Sends a call until it is answered, fails for good or is given up, and tells everything about it as events. Never rejects. */
export async function* runCall(options: CallOptions, first: PreparedCall, context: CallContext): AsyncGenerator<ProviderEvent> {
  const { dialect, transport, sleep } = options
  const redactor = createRedactor(first.endpoint.apiKey)
  const refused = (error: ErrorDetail, attempts: number): ProviderEvent => shownEvent({ type: 'error', error }, redactor, { attempts })
  const wrongAddress = addressProblem(first)
  if (wrongAddress !== null) {
    yield refused(wrongAddress, 0)
    return
  }
  const gate = options.limits === null ? null : new CallGate(options.limits, options.name, first.endpoint)
  const headers = { 'x-client-request-id': context.requestId, ...context.headers }
  let call = first
  for (let attempts = 1; ; attempts += 1) {
    const closed = gate?.problem() ?? null
    if (closed !== null) {
      yield refused(closed, attempts - 1)
      return
    }
    const pass = gate?.enter()
    const request = { ...call.request, headers: { ...call.request.headers, ...headers } }
    const record = new AttemptRecord({ attempt: attempts, request, detail: context.wire, redactor, clock: context.clock })
    const attempt = new Attempt({ dialect, transport, limits: options.answerLimits, call, context, headers, record })
    const facts = { attempts }
    let end: AttemptEnd = LEFT
    let wire: ProviderEvent | null = null
    try {
      for (let events = await attempt.next(); events !== null; events = await attempt.next()) {
        for (const event of events) yield shownEvent(event, redactor, facts)
      }
      end = attempt.end
    } finally {
      attempt.leave()
      if (gate !== null && pass !== undefined) gate.leave(pass, end)
      wire = finished(record, end, redactor, context)
    }

    const next =
      end.kind === 'failed' && !context.signal.aborted ? nextAttempt({ ...options, end, call, first, attempts, context, gate }) : null
    if (next === null || next.call === null) {
      const told = next === null || next.stop === null ? facts : { attempts, retry_stopped: next.stop }
      if (end.kind === 'failed') for (const event of end.events) yield shownEvent(event, redactor, told)
      if (wire !== null) yield wire
      return
    }
    if (wire !== null) yield wire
    ;({ call } = next)
    yield { type: 'retry', attempt: attempts + 1, of: next.of, waitMs: next.waitMs, reason: redactor.text(next.reason) }
    await waited(sleep, next.waitMs, context.signal)
    if (context.signal.aborted) {
      yield refused(abortError(context.signal.reason), attempts)
      return
    }
  }
}

async function waited(sleep: CallOptions['sleep'], waitMs: number, signal: AbortSignal): Promise<void> {
  if (waitMs === 0) return
  try {
    await sleep(waitMs, signal)
  } catch (cause) {
    if (!signal.aborted) throw cause
  }
}

function finished(record: AttemptRecord, end: AttemptEnd, redactor: Redactor, context: CallContext): ProviderEvent | null {
  const failure = end.kind === 'left' ? 'the caller left' : (errorOfEnd(end)?.message ?? null)
  const { facts, wire } = record.finish(failure === null ? null : redactor.text(failure))
  context.onAttempt?.(facts)
  return wire
}
