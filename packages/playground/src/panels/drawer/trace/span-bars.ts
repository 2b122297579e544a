import type { SpanNode } from '@vitrine/contracts'
import { spanDurationMs } from './span-duration.ts'

/** A span of the service, placed in the tree and on this page's clock. *Units*: milliseconds since the row was queued. */
export interface SpanBar {
  readonly span: SpanNode
  readonly depth: number
  readonly hasChildren: boolean
  readonly startMs: number
  readonly durationMs: number
}

/**
 * The spans in the order of a tree, parents before children, what is under a closed one left out. A span whose parent is not among
 * them stands at the top: it is shown, whatever the tree lost.
 */
export function spanBars(tree: readonly SpanNode[], zeroMs: number, closed: ReadonlySet<string>): readonly SpanBar[] {
  const ids = new Set(tree.map(({ span_id }) => span_id))
  const children = Map.groupBy(tree, ({ parent_span_id: parent }) => (parent !== undefined && ids.has(parent) ? parent : ''))
  const base = Date.parse(tree[0]?.time.start ?? '')
  const bars: SpanBar[] = []
  const seen = new Set<string>()
  const place = (spans: readonly SpanNode[], depth: number): void => {
    for (const span of spans) {
      if (seen.has(span.span_id)) continue
      seen.add(span.span_id)
      const own = children.get(span.span_id) ?? []
      const startMs = zeroMs + Math.max(0, Date.parse(span.time.start) - base || 0)
      bars.push({ span, depth, hasChildren: own.length > 0, startMs, durationMs: spanDurationMs(span) })
      if (!closed.has(span.span_id)) place(own, depth + 1)
    }
  }
  place(children.get('') ?? [], 0)
  return bars
}
