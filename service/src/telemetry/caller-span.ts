import type { SpanContext } from '@opentelemetry/api'
import { TraceState, parseTraceParent } from '@opentelemetry/core'

/** The caller's span by its W3C headers; null where it sends none, or none that is valid. Baggage is not read. */
export function callerSpan(headers: Headers): SpanContext | null {
  const traceparent = headers.get('traceparent')
  if (traceparent === null) return null
  const context = parseTraceParent(traceparent)
  if (context === null) return null
  const state = headers.get('tracestate')
  return { ...context, isRemote: true, ...(state === null ? {} : { traceState: new TraceState(state) }) }
}
