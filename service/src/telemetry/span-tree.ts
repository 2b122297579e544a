import { type Attributes, type HrTime, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import type { SpanNode, TestResponse } from '@vitrine/contracts'
import { SHOWN_ATTRIBUTES } from './attribute-names.ts'
import type { SpanCollection } from './span-collector.ts'
import { type Spending, addSpending, spendingOf } from './span-metrics.ts'

const milliseconds = ([seconds, nanos]: HrTime): number => seconds * 1000 + nanos / 1e6
const instant = (time: HrTime): string => new Date(milliseconds(time)).toISOString()
/** Microseconds are as fine as a clock here means anything. */
const durationOf = (span: ReadableSpan): number => Math.max(0, Math.round(milliseconds(span.duration) * 1000) / 1000)

const KIND = new Map<SpanKind, SpanNode['kind']>([
  [SpanKind.SERVER, 'server'],
  [SpanKind.CLIENT, 'client'],
])

function shown(attributes: Attributes): SpanNode['attributes'] {
  const result: Record<string, string | number | boolean> = {}
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    if (!SHOWN_ATTRIBUTES.has(name)) continue
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') result[name] = value
    else if (Array.isArray(value)) result[name] = value.join(',')
  }
  return result
}

function statusOf(span: ReadableSpan): SpanNode['status'] {
  if (span.status.code !== SpanStatusCode.ERROR) return { code: 'OK' }
  return span.status.message === undefined ? { code: 'ERROR' } : { code: 'ERROR', message: span.status.message }
}

function toNode(span: ReadableSpan, own: Spending | null, below: Spending): SpanNode {
  const { traceId, spanId } = span.spanContext()
  const duration = { total: durationOf(span) }
  const parent = span.parentSpanContext?.spanId
  return {
    trace_id: traceId,
    span_id: spanId,
    ...(parent === undefined ? {} : { parent_span_id: parent }),
    name: span.name,
    kind: KIND.get(span.kind) ?? 'internal',
    time: { start: instant(span.startTime), end: instant(span.endTime) },
    status: statusOf(span),
    metrics: { unit: own === null ? { duration } : { duration, ...own }, acc: { duration, ...below } },
    attributes: shown(span.attributes),
  }
}

/**
 * The tree of an answer, made of the spans that are exported.
 *
 * *Shape*: the root first, parents before children. Only model calls spend; what their attempts and parents say is not counted again.
 */
export function spanTree(collection: SpanCollection): TestResponse['tree'] {
  const spans = collection.filter((span) => span.ended)
  const spent = new Map<string, Spending[]>()
  const own = new Map<ReadableSpan, Spending>()
  // Children come after their parents, so going backwards each span has heard of everything under it.
  for (const span of spans.toReversed()) {
    const { spanId } = span.spanContext()
    const spending = spendingOf(span.attributes)
    const below = spent.get(spanId) ?? []
    if (spending !== null) {
      own.set(span, spending)
      below.unshift(spending)
    }
    spent.set(spanId, below)
    const parent = span.parentSpanContext?.spanId
    if (parent !== undefined) spent.set(parent, [...below, ...(spent.get(parent) ?? [])])
  }
  return {
    version: '1.0.0',
    nodes: spans.map((span) => toNode(span, own.get(span) ?? null, addSpending(spent.get(span.spanContext().spanId) ?? []))),
  }
}
