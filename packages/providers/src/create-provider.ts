import type { ErrorDetail, ProviderEvent } from '@vitrine/contracts'
import { failed, finalFailure, type AttemptEnd } from './attempt-end.ts'
import { AttemptRecord } from './attempt-record.ts'
import { runAttempt, type AttemptLimits } from './attempt.ts'
import { abortError } from './provider-error.ts'
import type { CallContext, Dialect, PreparedCall, Provider, ProviderFailure } from './provider.ts'
import { createRedactor, type Redactor } from './redact.ts'
import { retryWaitMs } from './retry.ts'
import type { Transport } from './transport/transport.ts'

export interface CreateProviderOptions extends Partial<AttemptLimits> {
  readonly dialect: Dialect
  readonly transport: Transport
  /** From 0 to below 1; spreads the waits between attempts. */
  readonly random: () => number
  /** Resolves after so many milliseconds, or rejects when the signal is aborted before. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  readonly maxAttempts?: number
}

const LIMITS: AttemptLimits = { maxEventChars: 16_000_000, maxBodyBytes: 64_000_000, graceMs: 2_000 }

/**
 * Makes a provider of a wire dialect: the one transport, retry loop, wire capture and stream reader that all dialects share.
 *
 * *Errors*: `run` never rejects. Only failures that pass are tried again, and never once a part of an answer has been passed on.
 */
export function createProvider(options: CreateProviderOptions): Provider {
  const { dialect } = options
  return {
    dialect: dialect.name,
    prepare: (call) => dialect.prepare(call),
    run: (call, context) => runCall(options, call, context),
  }
}

async function* runCall(options: CreateProviderOptions, call: PreparedCall, context: CallContext): AsyncGenerator<ProviderEvent> {
  const { maxAttempts = 3, random, sleep } = options
  const redactor = createRedactor(call.endpoint.apiKey)
  const headers = { 'x-client-request-id': context.requestId, ...context.headers }
  const request = { ...call.request, headers: { ...call.request.headers, ...headers } }
  for (let attempt = 1; ; attempt += 1) {
    const record = new AttemptRecord({ attempt, request, detail: context.wire, redactor, clock: context.clock })
    const batches = runAttempt({ ...LIMITS, ...options, call, context, headers, record })
    let end: AttemptEnd | null = null
    let wire: ProviderEvent | null = null
    try {
      for (;;) {
        const step = await advance(batches)
        if (step.done === true) {
          end = step.value
          break
        }
        for (const event of step.value) yield shown(event, redactor, attempt)
      }
    } finally {
      if (end === null) await batches.return(LEFT)
      wire = finished(record, end ?? LEFT, redactor, context)
    }

    const waitMs =
      end.kind === 'ended' || context.signal.aborted
        ? null
        : retryWaitMs({
            failure: end.failure,
            attempt,
            maxAttempts,
            nowMs: context.clock(),
            deadlineMs: context.deadlineMs ?? null,
            random,
          })
    if (end.kind === 'ended' || waitMs === null) {
      if (end.kind === 'failed') for (const event of end.events) yield shown(event, redactor, attempt)
      if (wire !== null) yield wire
      return
    }
    if (wire !== null) yield wire
    yield { type: 'retry', attempt: attempt + 1, of: maxAttempts, waitMs, reason: redactor.text(reasonOf(end.failure)) }
    await waited(sleep, waitMs, context.signal)
    if (context.signal.aborted) {
      yield shown({ type: 'error', error: abortError(context.signal.reason) }, redactor, attempt)
      return
    }
  }
}

const LEFT: AttemptEnd = { kind: 'ended', failure: 'the caller left' }
type Batches = AsyncGenerator<readonly ProviderEvent[], AttemptEnd>

/** A fault of our own ends the call as data too: whoever iterates has nothing to catch. */
async function advance(batches: Batches): Promise<IteratorResult<readonly ProviderEvent[], AttemptEnd>> {
  try {
    return await batches.next()
  } catch {
    return {
      done: true,
      value: failed(finalFailure({ code: 'internal', message: 'The answer could not be processed. The fault is in this service.' })),
    }
  }
}

async function waited(sleep: CreateProviderOptions['sleep'], waitMs: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(waitMs, signal)
  } catch (cause) {
    if (!signal.aborted) throw cause
  }
}

function finished(record: AttemptRecord, end: AttemptEnd, redactor: Redactor, context: CallContext): ProviderEvent | null {
  const failure = end.kind === 'ended' ? end.failure : end.failure.error.message
  const { facts, wire } = record.finish(failure === null ? null : redactor.text(failure))
  context.onAttempt?.(facts)
  return wire
}

/** What leaves a call holds no credential, whatever the provider quotes. */
function shown(event: ProviderEvent, redactor: Redactor, attempts: number): ProviderEvent {
  if (event.type === 'raw') return { ...event, data: redactor.json(event.data) }
  if (event.type !== 'error') return event
  const { code, message, meta } = event.error
  return { type: 'error', error: { code, message: redactor.text(message), meta: { ...redactedMeta(meta, redactor), attempts } } }
}

function redactedMeta(meta: ErrorDetail['meta'], redactor: Redactor): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta ?? {}).map(([name, value]) => [name, redactor.json(value)]))
}

function reasonOf({ error }: ProviderFailure): string {
  const status = error.meta?.['provider_status']
  return typeof status === 'number' ? `HTTP ${status}` : error.message
}
