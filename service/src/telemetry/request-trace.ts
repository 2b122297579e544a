import { type Attributes, ROOT_CONTEXT, type SpanContext, SpanKind, TraceFlags, trace as traces } from '@opentelemetry/api'
import { RandomIdGenerator, type ReadableSpan, type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace'
import type { TestResponse } from '@vitrine/contracts'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from './attribute-names.ts'
import { type SpanFacts, type SpanOrigin, finishedSpan } from './finished-span.ts'
import { spanTree } from './span-tree.ts'

/** A span that is not over yet, as far as others need it: its id to stand under, its place in the tree. */
export interface OpenSpan {
  readonly context: SpanContext
  readonly place: number
}

/** The trace of one request: its root span, and the way to put spans under it. All times are milliseconds since it was accepted. */
export interface RequestTrace {
  readonly traceId: string
  readonly spanId: string
  /** The root, for traces that link to it. */
  readonly context: SpanContext
  /** Adds to what the root says. */
  annotate(attributes: Attributes): void
  /** Writes down a stage that is over, under the root or under another span. */
  stage(facts: SpanFacts, parent?: OpenSpan): void
  open(): OpenSpan
  close(span: OpenSpan, facts: SpanFacts): void
  /** Ends the root; what comes after is not part of the trace. `failure` is an error code. */
  end(status: number, failure?: string): void
  tree(): TestResponse['tree']
}

export interface Tracing extends SpanOrigin {
  /** Decides what is exported; the tree of an answer is whole in any case. */
  readonly sampler: Sampler
  /** Takes a span that is over, for export. */
  readonly record: (span: ReadableSpan) => void
  /** Takes the spans of a request that failed and that a ratio had left out. Null where nothing is exported, or exactly what a sampler says. */
  readonly recordFailed: ((spans: readonly ReadableSpan[]) => void) | null
}

export interface TraceStart {
  readonly tracing: Tracing
  readonly clock: RequestClock
  readonly name: string
  readonly attributes: Attributes
  /** A caller's span. Trusted callers continue their trace; others get a new one with a link to what they claim. */
  readonly caller: SpanContext | null
  readonly trusted: boolean
}

const ids = new RandomIdGenerator()

/** Every span of a request shares the decision that was made for its root, and the caller's trace state. */
function startRoot({ tracing, name, attributes }: TraceStart, parent: SpanContext | null): SpanContext {
  const context = parent === null ? ROOT_CONTEXT : traces.setSpanContext(ROOT_CONTEXT, parent)
  const traceId = parent === null ? ids.generateTraceId() : parent.traceId
  const result = tracing.sampler.shouldSample(context, traceId, name, SpanKind.SERVER, attributes, [])
  const traceState = result.traceState ?? parent?.traceState
  return {
    traceId,
    spanId: ids.generateSpanId(),
    traceFlags: result.decision === SamplingDecision.RECORD_AND_SAMPLED ? TraceFlags.SAMPLED : TraceFlags.NONE,
    ...(traceState === undefined ? {} : { traceState }),
  }
}

export function startRequestTrace(start: TraceStart): RequestTrace {
  const { tracing, clock, name, caller, trusted } = start
  const parent = trusted ? caller : null
  const root = startRoot(start, parent)
  const attributes: Attributes = { ...start.attributes }
  const spans: (ReadableSpan | null)[] = [null]
  const child = (): SpanContext => ({ ...root, spanId: ids.generateSpanId() })
  const put = (place: number, facts: SpanFacts, context: SpanContext, above: SpanContext): void => {
    const span = finishedSpan(inEpoch(facts, clock), { context, parent: above }, tracing)
    spans[place] = span
    tracing.record(span)
  }
  const written = (): ReadableSpan[] => spans.filter((span) => span !== null)
  return {
    traceId: root.traceId,
    spanId: root.spanId,
    context: root,
    annotate: (more) => void Object.assign(attributes, more),
    stage: (facts, above) => put(spans.length, facts, child(), above?.context ?? root),
    open: () => ({ context: child(), place: spans.push(null) - 1 }),
    close: (span, facts) => put(span.place, facts, span.context, root),
    end(status, failure) {
      if (spans[0] !== null) return
      attributes[ATTRIBUTE.status] = status
      const facts = {
        name,
        kind: SpanKind.SERVER,
        startMs: 0,
        endMs: clock.elapsed(),
        attributes,
        ...(failure === undefined ? {} : { failure }),
      }
      const span = finishedSpan(
        inEpoch(facts, clock),
        { context: root, ...(parent === null ? {} : { parent }), ...(caller === null || trusted ? {} : { links: [{ context: caller }] }) },
        tracing,
      )
      spans[0] = span
      tracing.record(span)
      if (failure !== undefined && (root.traceFlags & TraceFlags.SAMPLED) === 0) tracing.recordFailed?.(written())
    },
    tree: () => spanTree(written()),
  }
}

const inEpoch = (facts: SpanFacts, clock: RequestClock): SpanFacts => ({
  ...facts,
  startMs: clock.toEpoch(facts.startMs),
  endMs: clock.toEpoch(facts.endMs),
})
