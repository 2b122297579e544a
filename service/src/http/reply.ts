import type { ErrorDetail } from '@vitrine/contracts'
import { retryAfterSeconds, statusOf } from './error-map.ts'
import type { Refusal } from './refusal.ts'
import { API_HEADERS } from './security-headers.ts'

/** The headers that belong to one request whatever its answer is: its id, what CORS allows, the ids of its trace. */
export type ReplyHeaders = Readonly<Record<string, string>>

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' } as const

/** Headers are one plain object, made once: a `Headers` that is changed afterwards costs more than the rest of the reply. */
export const textReply = (body: string, status: number, type: string, headers: ReplyHeaders): Response =>
  new Response(body, { status, headers: { ...API_HEADERS, 'Content-Type': type, ...headers } })

export const jsonReply = (body: object, headers: ReplyHeaders, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...API_HEADERS, ...JSON_TYPE, ...headers } })

export interface TraceIds {
  readonly traceId: string
  readonly spanId: string
}

export const withTraceIds = (error: ErrorDetail, ids: TraceIds | undefined): ErrorDetail =>
  ids === undefined ? error : { ...error, trace_id: ids.traceId, span_id: ids.spanId }

/** The answer of a request that was refused or failed. */
export function errorReply(refusal: Refusal, headers: ReplyHeaders, ids?: TraceIds): Response {
  const { error } = refusal
  const seconds = retryAfterSeconds(error)
  return new Response(JSON.stringify({ detail: withTraceIds(error, ids) }), {
    status: statusOf(error.code),
    headers: {
      ...API_HEADERS,
      ...JSON_TYPE,
      ...headers,
      ...refusal.headers,
      ...(seconds === null ? {} : { 'Retry-After': String(seconds) }),
    },
  })
}
