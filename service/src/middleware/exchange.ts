import type { ServerResponse } from 'node:http'
import type { Context } from 'hono'
import type { Authentication, Authenticate } from '../auth/authenticate.ts'
import type { Principal } from '../auth/principal.ts'
import type { Cors } from '../http/cors.ts'
import { nodeResponseOf } from '../http/node-response.ts'
import type { Refusal } from '../http/refusal.ts'
import type { ReplyHeaders } from '../http/reply.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import { callerSpan } from '../telemetry/caller-span.ts'
import { type RequestTrace, startRequestTrace } from '../telemetry/request-trace.ts'
import type { Telemetry } from '../telemetry/start-telemetry.ts'
import { accessProject } from './project-access.ts'
import { type RequestClock, type TimeSource, startRequestClock } from './request-clock.ts'
import { requestIdOf } from './request-id.ts'

/** One request on its way through the service. */
export interface Exchange {
  readonly request: Request
  /** What a stream is written to; null where the app is called without a server. */
  readonly outgoing: ServerResponse | null
  readonly requestId: string
  readonly clock: RequestClock
  readonly trace: RequestTrace
  /** For whatever answer it gets. */
  readonly headers: ReplyHeaders
}

/** An exchange whose caller is known and may use the project. */
export interface AdmittedExchange extends Exchange {
  readonly principal: Principal
  readonly projectId: string
}

export interface ExchangeDeps {
  readonly time: TimeSource
  readonly newId: () => string
  readonly authenticate: Authenticate
  readonly cors: Cors
  readonly telemetry: Telemetry
}

type Opened = { readonly exchange: Exchange; readonly authentication: Authentication }

/** request-id → trace → auth. The trace is begun once it is known whether the caller may continue its own. */
export async function openExchange(c: Context, route: string, deps: ExchangeDeps): Promise<Opened> {
  const request = c.req.raw
  const { headers } = request
  const clock = startRequestClock(deps.time)
  const requestId = requestIdOf(headers.get('x-request-id'), deps.newId)
  const authStartMs = clock.elapsed()
  const authentication = await deps.authenticate(headers.get('authorization'))
  const authEndMs = clock.elapsed()
  const { tracing, readsTraceparent } = deps.telemetry
  const trace = startRequestTrace({
    tracing,
    clock,
    name: `${request.method} ${route}`,
    attributes: {
      [ATTRIBUTE.method]: request.method,
      [ATTRIBUTE.route]: route,
      [ATTRIBUTE.scheme]: request.url.startsWith('https:') ? 'https' : 'http',
      [ATTRIBUTE.requestId]: requestId,
      ...(authentication.ok ? { [ATTRIBUTE.endUser]: authentication.principal.subjectHash } : {}),
    },
    caller: readsTraceparent ? callerSpan(headers) : null,
    trusted: authentication.ok,
  })
  trace.stage({
    name: 'auth.verify',
    startMs: authStartMs,
    endMs: authEndMs,
    ...(authentication.ok ? {} : { failure: authentication.error.code }),
  })
  return {
    authentication,
    exchange: {
      request,
      outgoing: nodeResponseOf(c),
      requestId,
      clock,
      trace,
      headers: {
        'X-Request-Id': requestId,
        'X-Trace-Id': trace.traceId,
        'X-Span-Id': trace.spanId,
        ...deps.cors.headersFor(headers.get('origin')),
      },
    },
  }
}

/** → project-access. */
export function admit(
  { exchange, authentication }: Opened,
  c: Context,
): { readonly ok: true; readonly exchange: AdmittedExchange } | Refusal {
  if (!authentication.ok) return authentication
  const { principal } = authentication
  const access = accessProject(c.req.queries('project_id') ?? [], principal)
  if (!access.ok) return access
  exchange.trace.annotate({ [ATTRIBUTE.projectId]: access.projectId })
  return { ok: true, exchange: { ...exchange, principal, projectId: access.projectId } }
}
