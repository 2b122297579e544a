import { type Attributes, type SpanContext, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { millisToHrTime } from '@opentelemetry/core'
import { RandomIdGenerator, type ReadableSpan } from '@opentelemetry/sdk-trace'
import { ATTRIBUTE } from './attribute-names.ts'

/** Something that is over. Times are milliseconds since 1970. */
export interface StageFacts {
  readonly name: string
  readonly kind?: SpanKind
  readonly startMs: number
  readonly endMs: number
  readonly attributes?: Attributes
  /** The code of the error it ended with: messages may quote what a user wrote. */
  readonly failure?: string
}

const ids = new RandomIdGenerator()
const OK = { code: SpanStatusCode.UNSET } as const
const NONE: [] = []

/**
 * The span of a stage that is over, in the form exporters read. A span of the SDK is made to be changed while it runs, which costs more
 * than the stages it would describe; this one is written down once. It is exported where its root is.
 */
export function stageSpan(facts: StageFacts, parent: SpanContext, root: ReadableSpan): ReadableSpan {
  const { failure, attributes = {} } = facts
  const context: SpanContext = { traceId: parent.traceId, spanId: ids.generateSpanId(), traceFlags: parent.traceFlags }
  const endMs = Math.max(facts.startMs, facts.endMs)
  return {
    name: facts.name,
    kind: facts.kind ?? SpanKind.INTERNAL,
    spanContext: () => context,
    parentSpanContext: parent,
    startTime: millisToHrTime(facts.startMs),
    endTime: millisToHrTime(endMs),
    duration: millisToHrTime(endMs - facts.startMs),
    status: failure === undefined ? OK : { code: SpanStatusCode.ERROR, message: failure },
    attributes: failure === undefined ? attributes : { ...attributes, [ATTRIBUTE.errorType]: failure },
    links: NONE,
    events: NONE,
    ended: true,
    resource: root.resource,
    instrumentationScope: root.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}
