import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace as traces,
} from '@opentelemetry/api'
import type { TestResponse } from '@vitrine/contracts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from './attribute-names.ts'
import { type SpanCollection, withCollection } from './span-collector.ts'
import { spanTree } from './span-tree.ts'

/** A stage of a request; times are milliseconds since the request was accepted. */
export interface Stage {
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attributes?: Attributes
  /** The code of the error it ended with. */
  readonly failure?: string
}

/** The trace of one request: its root span, and the way to put spans under it. Contexts are explicit; nothing is looked up by magic. */
export interface RequestTrace {
  readonly traceId: string
  readonly spanId: string
  readonly ended: boolean
  annotate(attributes: Attributes): void
  /** Writes down a stage that is over. */
  stage(stage: Stage): void
  startSpan(name: string, kind: SpanKind, attributes: Attributes, startMs: number, parent?: Span): Span
  endSpan(span: Span, endMs: number): void
  /** Ends the root; what comes after is not part of the trace. `failure` is an error code. */
  end(status: number, failure?: string): void
  tree(): TestResponse['tree']
}

export interface TraceStart {
  readonly tracer: Tracer
  readonly clock: RequestClock
  readonly name: string
  readonly attributes: Attributes
  /** A caller's span. Trusted callers continue their trace; others get a new one with a link to what they claim. */
  readonly caller: SpanContext | null
  readonly trusted: boolean
}

export function startRequestTrace({ tracer, clock, name, attributes, caller, trusted }: TraceStart): RequestTrace {
  const collection: SpanCollection = []
  const base = withCollection(ROOT_CONTEXT, collection)
  const continues = caller !== null && trusted
  const root = tracer.startSpan(
    name,
    {
      kind: SpanKind.SERVER,
      attributes,
      startTime: clock.toEpoch(0),
      ...(caller !== null && !trusted ? { links: [{ context: caller }] } : {}),
    },
    continues ? traces.setSpanContext(base, caller) : base,
  )
  const { traceId, spanId } = root.spanContext()
  const context = traces.setSpan(base, root)
  const contextOf = (parent: Span | undefined): Context => (parent === undefined ? context : traces.setSpan(base, parent))
  let ended = false
  return {
    traceId,
    spanId,
    get ended() {
      return ended
    },
    annotate: (more) => void root.setAttributes(more),
    stage({ name: stageName, startMs, endMs, attributes: stageAttributes, failure }) {
      const span = tracer.startSpan(stageName, { attributes: stageAttributes ?? {}, startTime: clock.toEpoch(startMs) }, context)
      if (failure !== undefined) markFailed(span, failure)
      span.end(clock.toEpoch(endMs))
    },
    startSpan: (spanName, kind, spanAttributes, startMs, parent) =>
      tracer.startSpan(spanName, { kind, attributes: spanAttributes, startTime: clock.toEpoch(startMs) }, contextOf(parent)),
    endSpan: (span, endMs) => span.end(clock.toEpoch(endMs)),
    end(status, failure) {
      if (ended) return
      ended = true
      root.setAttribute(ATTRIBUTE.status, status)
      if (failure !== undefined) markFailed(root, failure)
      root.end(clock.toEpoch(clock.elapsed()))
    },
    tree: () => spanTree(collection),
  }
}

/** A failed span carries the code only: messages may quote what a user wrote. */
export function markFailed(span: Span, code: string): void {
  span.setAttribute(ATTRIBUTE.errorType, code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
