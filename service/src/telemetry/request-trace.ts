import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace as traces,
} from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import type { TestResponse } from '@vitrine/contracts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from './attribute-names.ts'
import { type SpanCollection, withCollection } from './span-collector.ts'
import { spanTree } from './span-tree.ts'
import { type StageFacts, stageSpan } from './stage-span.ts'

/** The trace of one request: its root span, and the way to put spans under it. All times are milliseconds since it was accepted. */
export interface RequestTrace {
  readonly traceId: string
  readonly spanId: string
  annotate(attributes: Attributes): void
  /** Writes down a stage that is over, under the root or under `parent`. */
  stage(facts: StageFacts, parent?: Span): void
  startSpan(name: string, kind: SpanKind, attributes: Attributes, startMs: number): Span
  endSpan(span: Span, endMs: number): void
  /** Ends the root; what comes after is not part of the trace. `failure` is an error code. */
  end(status: number, failure?: string): void
  tree(): TestResponse['tree']
}

export interface Tracing {
  readonly tracer: Tracer
  /** Takes a span that is over, for export. */
  readonly record: (span: ReadableSpan) => void
  /** Takes the spans of a request that failed and that a ratio had left out. Null where nothing is exported, or exactly what a sampler says. */
  readonly recordFailed: ((spans: readonly ReadableSpan[]) => void) | null
}

export interface TraceStart extends Tracing {
  readonly clock: RequestClock
  readonly name: string
  readonly attributes: Attributes
  /** A caller's span. Trusted callers continue their trace; others get a new one with a link to what they claim. */
  readonly caller: SpanContext | null
  readonly trusted: boolean
}

export function startRequestTrace({ tracer, record, recordFailed, clock, name, attributes, caller, trusted }: TraceStart): RequestTrace {
  const collection: SpanCollection = []
  const base = withCollection(ROOT_CONTEXT, collection)
  const options = { kind: SpanKind.SERVER, attributes, startTime: clock.toEpoch(0) }
  const root =
    caller === null || !trusted
      ? tracer.startSpan(name, caller === null ? options : { ...options, links: [{ context: caller }] }, base)
      : tracer.startSpan(name, options, traces.setSpanContext(base, caller))
  const rootContext = root.spanContext()
  const [readableRoot] = collection
  if (readableRoot === undefined) throw new Error('every span is recorded')
  const context = traces.setSpan(base, root)
  let ended = false
  return {
    traceId: rootContext.traceId,
    spanId: rootContext.spanId,
    annotate: (more) => void root.setAttributes(more),
    stage(facts, parent) {
      const times = { startMs: clock.toEpoch(facts.startMs), endMs: clock.toEpoch(facts.endMs) }
      const span = stageSpan({ ...facts, ...times }, parent === undefined ? rootContext : parent.spanContext(), readableRoot)
      collection.push(span)
      record(span)
    },
    startSpan: (spanName, kind, spanAttributes, startMs) =>
      tracer.startSpan(spanName, { kind, attributes: spanAttributes, startTime: clock.toEpoch(startMs) }, context),
    endSpan: (span, endMs) => span.end(clock.toEpoch(endMs)),
    end(status, failure) {
      if (ended) return
      ended = true
      root.setAttribute(ATTRIBUTE.status, status)
      if (failure !== undefined) markFailed(root, failure)
      root.end(clock.toEpoch(clock.elapsed()))
      if (failure !== undefined && (rootContext.traceFlags & TraceFlags.SAMPLED) === 0) recordFailed?.(collection)
    },
    tree: () => spanTree(collection),
  }
}

/** A failed span carries the code only: messages may quote what a user wrote. */
export function markFailed(span: Span, code: string): void {
  span.setAttribute(ATTRIBUTE.errorType, code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
