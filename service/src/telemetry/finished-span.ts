import { type Attributes, type Link, type SpanContext, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { type InstrumentationScope, millisToHrTime } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'
import { ATTRIBUTE } from './attribute-names.ts'

/** Something that is over. Times are milliseconds since 1970. */
export interface SpanFacts {
  readonly name: string
  readonly kind?: SpanKind
  readonly startMs: number
  readonly endMs: number
  readonly attributes?: Attributes
  /** The code of the error it ended with: messages may quote what a user wrote. */
  readonly failure?: string
  /** Content that goes into an event instead of the attributes. */
  readonly event?: { readonly name: string; readonly attributes: Attributes }
}

/** Where a span stands: itself, the one it belongs to, and what others it knows of. */
export interface SpanPlace {
  readonly context: SpanContext
  readonly parent?: SpanContext
  readonly links?: Link[]
}

export interface SpanOrigin {
  readonly resource: Resource
  readonly scope: InstrumentationScope
}

const OK = { code: SpanStatusCode.UNSET } as const
const NO_LINKS: Link[] = []
const NO_EVENTS: ReadableSpan['events'] = []

/**
 * A span in the form exporters read, written down once it is over. The SDK's own spans are made to be changed while they run, and look
 * through every value for cycles: that cost more than all the work they described.
 */
export function finishedSpan(facts: SpanFacts, place: SpanPlace, { resource, scope }: SpanOrigin): ReadableSpan {
  const { failure, attributes = {}, event } = facts
  const { context, parent } = place
  const endMs = Math.max(facts.startMs, facts.endMs)
  const endTime = millisToHrTime(endMs)
  const span = {
    name: facts.name,
    kind: facts.kind ?? SpanKind.INTERNAL,
    spanContext: () => context,
    startTime: millisToHrTime(facts.startMs),
    endTime,
    duration: millisToHrTime(endMs - facts.startMs),
    status: failure === undefined ? OK : { code: SpanStatusCode.ERROR, message: failure },
    attributes: failure === undefined ? attributes : { ...attributes, [ATTRIBUTE.errorType]: failure },
    links: place.links ?? NO_LINKS,
    events: event === undefined ? NO_EVENTS : [{ name: event.name, time: endTime, attributes: event.attributes }],
    ended: true,
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
  return parent === undefined ? span : { ...span, parentSpanContext: parent }
}
