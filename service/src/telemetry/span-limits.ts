import type { Attributes } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace'

/** What an operator may bound. @see https://opentelemetry.io/docs/specs/otel/common/#attribute-limits */
export interface SpanLimits {
  readonly attributeValueLengthLimit?: number
  readonly attributeCountLimit?: number
}

const cut = (value: Attributes[string], length: number): Attributes[string] => {
  if (typeof value === 'string') return value.slice(0, length)
  return Array.isArray(value) ? value.map((entry) => (typeof entry === 'string' ? entry.slice(0, length) : entry)) : value
}

/** The same span within the limits, for export. Null where nothing is limited, which is the rule. */
export function createLimiter({
  attributeCountLimit = Infinity,
  attributeValueLengthLimit = Infinity,
}: SpanLimits): ((span: ReadableSpan) => ReadableSpan) | null {
  if (attributeCountLimit === Infinity && attributeValueLengthLimit === Infinity) return null
  return (span) => {
    const entries = Object.entries(span.attributes)
    const kept = entries.slice(0, attributeCountLimit).map(([name, value]) => [name, cut(value, attributeValueLengthLimit)])
    return { ...span, attributes: Object.fromEntries(kept) as Attributes, droppedAttributesCount: entries.length - kept.length }
  }
}
