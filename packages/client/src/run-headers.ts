import type { PreparedRun } from './prepared-run.ts'

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
