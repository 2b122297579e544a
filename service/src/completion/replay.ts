import type { StreamEvent } from '@vitrine/contracts'
import type { AnswerForm } from '../http/negotiate.ts'
import { type ReplyHeaders, jsonReply } from '../http/reply.ts'
import { streamReply } from '../http/sse.ts'
import type { KeptResult } from '../idempotency/kept-result.ts'
import type { AdmittedExchange } from '../middleware/exchange.ts'
import type { Outcome } from '../middleware/respond.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'

/** The ids of the run that it was, so that its trace is found and not the one of being asked again. */
async function* eventsOf({ model, provider, response }: KeptResult): AsyncGenerator<StreamEvent, void, undefined> {
  yield { type: 'response-start', model, provider, traceId: response.trace_id, spanId: response.span_id }
  yield { type: 'result', response }
}

/** Answers with the result of an earlier run, as it was. */
export function replay(
  exchange: AdmittedExchange,
  kept: KeptResult,
  form: AnswerForm,
  { heartbeatMs, stallMs }: { readonly heartbeatMs: number; readonly stallMs: number },
): Outcome {
  exchange.trace.annotate({ [ATTRIBUTE.replayed]: true })
  const headers: ReplyHeaders = { ...exchange.headers, 'Idempotent-Replayed': 'true' }
  if (form === 'json') return jsonReply(kept.response, headers)
  const { promise: closed, resolve: close } = Promise.withResolvers<void>()
  const response = streamReply(eventsOf(kept), headers, {
    outgoing: exchange.outgoing,
    heartbeatMs,
    stallMs,
    onLeave: () => {},
    onClose: close,
  })
  return { ok: true, response, closed }
}
