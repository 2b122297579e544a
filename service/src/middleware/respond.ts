import type { Context, Handler } from 'hono'
import { statusOf } from '../http/error-map.ts'
import { INTERNAL_REFUSAL, type Refusal, refuse } from '../http/refusal.ts'
import { errorReply } from '../http/reply.ts'
import type { Log } from '../log.ts'
import { type AdmittedExchange, type Exchange, type ExchangeDeps, admit, openExchange } from './exchange.ts'

export interface RespondDeps extends ExchangeDeps {
  readonly log: Log
}

/** Answers an admitted request, or says why not. It may end the trace itself, where the answer holds it. */
export type Stage = (exchange: AdmittedExchange) => Promise<Outcome>

/** An answer that is still being written when its head is sent. */
interface Streaming {
  readonly ok: true
  readonly response: Response
  readonly closed: Promise<void>
}
export type Outcome = Response | Streaming | Refusal

const isStackOverflow = (cause: unknown): boolean => cause instanceof RangeError && /call stack/i.test(cause.message)

const TOO_DEEP = refuse('invalid_request', 'The body is nested too deeply to be worked on. Send it with fewer levels.', {
  issues: [{ path: '', message: 'nested too deeply' }],
})

/** What a broken invariant becomes: a line in the log, and an answer that tells nothing. */
function refusalFor(cause: unknown, exchange: Exchange, log: Log): Refusal {
  if (isStackOverflow(cause)) return TOO_DEEP
  log.fault({ requestId: exchange.requestId, traceId: exchange.trace.traceId }, cause)
  return INTERNAL_REFUSAL
}

function finish(exchange: Exchange, status: number, route: string, deps: RespondDeps, failure?: string): void {
  exchange.trace.end(status, failure)
  const durationMs = exchange.clock.elapsed()
  deps.telemetry.metrics.request(route, exchange.request.method, status, durationMs / 1000)
  deps.log.answered({
    requestId: exchange.requestId,
    traceId: exchange.trace.traceId,
    route,
    status,
    durationMs,
    ...(failure === undefined ? {} : { failure }),
  })
}

/** Wraps a stage into the pipeline that every route of the service goes through. */
export function respond(route: string, stage: Stage, deps: RespondDeps): Handler {
  return async (c: Context): Promise<Response> => {
    const opened = await openExchange(c, route, deps)
    const { exchange } = opened
    let outcome: Outcome
    try {
      const admitted = admit(opened, c)
      outcome = admitted.ok ? await stage(admitted.exchange) : admitted
    } catch (cause) {
      outcome = refusalFor(cause, exchange, deps.log)
    }
    if (outcome instanceof Response) {
      finish(exchange, outcome.status, route, deps)
      return outcome
    }
    if (outcome.ok) {
      const { response, closed } = outcome
      void closed.then(() => finish(exchange, response.status, route, deps))
      return response
    }
    const { error } = outcome
    finish(exchange, statusOf(error.code), route, deps, error.code)
    return errorReply(outcome, exchange.headers, exchange.trace)
  }
}
