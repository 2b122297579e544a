import { type Attributes, type HrTime, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import type { SpanNode, TestResponse } from '@vitrine/contracts'
import { SHOWN_ATTRIBUTES } from './attribute-names.ts'
import { instant } from './instant.ts'
import { NOTHING_SPENT, type Spending, addSpending, spendingOf } from './span-metrics.ts'

const milliseconds = ([seconds, nanos]: HrTime): number => seconds * 1000 + nanos / 1e6
/** Microseconds are as fine as a clock here means anything. */
const durationOf = (span: ReadableSpan): number => Math.max(0, Math.round(milliseconds(span.duration) * 1000) / 1000)

const kindOf = (kind: SpanKind): SpanNode['kind'] =>
  kind === SpanKind.SERVER ? 'server' : kind === SpanKind.CLIENT ? 'client' : 'internal'

function shown(attributes: Attributes): SpanNode['attributes'] {
  const result: Record<string, string | number | boolean> = {}
  for (const name in attributes) {
    if (!SHOWN_ATTRIBUTES.has(name)) continue
    const value = attributes[name]
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') result[name] = value
    else if (Array.isArray(value)) result[name] = value.join(',')
  }
  return result
}

function statusOf({ status }: ReadableSpan): SpanNode['status'] {
  if (status.code !== SpanStatusCode.ERROR) return { code: 'OK' }
  return status.message === undefined ? { code: 'ERROR' } : { code: 'ERROR', message: status.message }
}

function metricsOf(span: ReadableSpan, own: Spending | null, below: Spending): SpanNode['metrics'] {
  const duration = { total: durationOf(span) }
  const acc = { duration, costs: below.costs, tokens: below.tokens }
  return own === null ? { acc } : { unit: { duration, costs: own.costs, tokens: own.tokens }, acc }
}

function toNode(span: ReadableSpan, own: Spending | null, below: Spending): SpanNode {
  const { traceId, spanId } = span.spanContext()
  const parent = span.parentSpanContext
  const rest = {
    name: span.name,
    kind: kindOf(span.kind),
    time: { start: instant(milliseconds(span.startTime)), end: instant(milliseconds(span.endTime)) },
    status: statusOf(span),
    metrics: metricsOf(span, own, below),
    attributes: shown(span.attributes),
  }
  return parent === undefined
    ? { trace_id: traceId, span_id: spanId, ...rest }
    : { trace_id: traceId, span_id: spanId, parent_span_id: parent.spanId, ...rest }
}

/** What each span and everything under it spent, by span id; absent where no model was called. */
function spendings(spans: readonly ReadableSpan[]): ReadonlyMap<string, readonly Spending[]> {
  const parents = new Map(spans.map((span) => [span.spanContext().spanId, span.parentSpanContext?.spanId]))
  const spent = new Map<string, Spending[]>()
  for (const span of spans) {
    const spending = spendingOf(span.attributes)
    if (spending === null) continue
    for (let id: string | undefined = span.spanContext().spanId; id !== undefined; id = parents.get(id)) {
      const known = spent.get(id)
      if (known === undefined) spent.set(id, [spending])
      else known.push(spending)
    }
  }
  return spent
}

/**
 * The tree of an answer, made of the spans that are exported.
 *
 * *Shape*: given and answered the root first, parents before children. Only model calls spend; what their attempts and parents say is not counted again.
 */
export function spanTree(spans: readonly ReadableSpan[]): TestResponse['tree'] {
  const spent = spendings(spans)
  return {
    version: '1.0.0',
    nodes: spans.map((span) => {
      const below = spent.get(span.spanContext().spanId)
      return below === undefined ? toNode(span, null, NOTHING_SPENT) : toNode(span, spendingOf(span.attributes), addSpending(below))
    }),
  }
}
