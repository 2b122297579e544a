import { type Context, createContextKey } from '@opentelemetry/api'
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace'

const COLLECTION = createContextKey('vitrine.span-collection')
/** Far more than one request makes; a guard, not a limit anybody meets. */
const MAX_SPANS = 512

/** The spans that were started under one request, parents first, because a child starts after its parent. */
export type SpanCollection = ReadableSpan[]

/** A context in which every span that is started is also collected. */
export const withCollection = (context: Context, collection: SpanCollection): Context => context.setValue(COLLECTION, collection)

const isCollection = (value: unknown): value is SpanCollection => Array.isArray(value)

/**
 * Hands the very spans that are exported to the request they belong to, so that the tree in the answer and the trace in the back end are
 * one thing. The collection travels in the context and goes with it: two requests of one caller's trace never mix, and nothing is kept
 * by trace id that would have to be thrown away later.
 */
export const spanCollector: SpanProcessor = {
  onStart(span, parentContext) {
    const collection = parentContext.getValue(COLLECTION)
    if (isCollection(collection) && collection.length < MAX_SPANS) collection.push(span)
  },
  onEnd() {},
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
}
