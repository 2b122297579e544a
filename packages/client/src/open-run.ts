import {
  type ChatTestRequest,
  type CompletionTestRequest,
  type RawRequest,
  type RunMode,
  type WireDetail,
  isTestResponse,
} from '@vitrine/contracts'
import { CANCELLED } from './client-failure.ts'
import { type RunEvent, readEvents } from './read-events.ts'
import { failureOfResponse, jsonOf, notOurs } from './reply-failure.ts'
import { type Transport, send } from './transport.ts'

export interface RunOptions {
  readonly signal?: AbortSignal
  /** How much of the provider's wire comes back. */
  readonly wire?: WireDetail
  /** Milliseconds that the service may take for the whole run. */
  readonly deadlineMs?: number
  /** Told to the service, so that the runs of one batch can be found together. */
  readonly runId?: string
  readonly rowId?: string
  /** False asks for one JSON document: the run then yields nothing but `result` or a failure. */
  readonly stream?: boolean
  /** The same run sent again with the same key is answered with its first result, for as long as the service keeps that. At most 255 characters. */
  readonly idempotencyKey?: string
  /** A trace context of the caller's; without it every run begins a trace. */
  readonly traceparent?: string
}

/** One run with everything it needs in it: no token is asked for and nothing is tried twice. Plain data but for the signal. */
export interface PreparedRun {
  /** As `serviceAddress` gives it. */
  readonly prefix: string
  readonly projectId: string
  readonly mode: RunMode
  readonly body: CompletionTestRequest | ChatTestRequest
  readonly token: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly options: RunOptions
}

/** The same for a body in a provider's own words. */
export interface PreparedRaw extends Omit<PreparedRun, 'body'> {
  readonly action: 'raw'
  readonly body: RawRequest
}

export const runUrl = (prefix: string, mode: RunMode, projectId: string, action: 'test' | 'batch' | 'preview' | 'raw' = 'test'): string =>
  `${prefix}/${mode}/${action}?project_id=${encodeURIComponent(projectId)}`

export const bearer = (token: string | null): Readonly<Record<string, string>> =>
  token === null ? {} : { authorization: `Bearer ${token}` }

export function runHeaders({
  options,
  headers,
  token,
}: Pick<PreparedRun, 'options' | 'headers' | 'token'>): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...bearer(token),
    'content-type': 'application/json',
    accept: options.stream === false ? 'application/json' : 'text/event-stream',
    ...(options.wire === undefined || options.wire === 'none' ? {} : { 'x-vitrine-wire': options.wire }),
    ...(options.deadlineMs === undefined ? {} : { 'x-vitrine-deadline-ms': String(Math.ceil(options.deadlineMs)) }),
    ...(options.runId === undefined ? {} : { 'x-vitrine-run': options.runId }),
    ...(options.rowId === undefined ? {} : { 'x-vitrine-row': options.rowId }),
    ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
    ...(options.traceparent === undefined ? {} : { traceparent: options.traceparent }),
  }
}

/** Sends a run and yields what comes of it. It never throws; the last event is `result`, `error` or `failure`. */
export async function* openRun(transport: Transport, run: PreparedRun | PreparedRaw): AsyncGenerator<RunEvent, void, void> {
  const { signal } = run.options
  const url = runUrl(run.prefix, run.mode, run.projectId, 'action' in run ? run.action : 'test')
  const sent = await send(transport, { method: 'POST', url, headers: runHeaders(run), body: run.body, ...(signal ? { signal } : {}) })
  const body = 'response' in sent && sent.response.ok && isStream(sent.response) ? sent.response.body : null
  if ('failure' in sent) yield { type: 'failure', failure: sent.failure }
  else if (!sent.response.ok) yield { type: 'failure', failure: await failureOfResponse(sent.response) }
  else if (body) yield* readEvents(body, signal)
  else yield await resultOf(sent.response, signal)
}

export const isStream = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/event-stream') ?? false

/** The answer of a service that does not stream, or was asked not to. */
async function resultOf(response: Response, signal: AbortSignal | undefined): Promise<RunEvent> {
  const text = await response.text().catch(() => null)
  if (signal?.aborted) return { type: 'failure', failure: CANCELLED }
  if (text === null)
    return {
      type: 'failure',
      failure: { code: 'interrupted', message: 'The connection ended before the answer did.', status: response.status },
    }
  const document = jsonOf(text)
  return isTestResponse(document) ? { type: 'result', response: document } : { type: 'failure', failure: notOurs(response, text) }
}
