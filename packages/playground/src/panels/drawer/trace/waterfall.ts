import type { SpanNode } from '@vitrine/contracts'

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
      bars.push({ span, depth, hasChildren: own.length > 0, startMs, durationMs: durationOf(span) })
      if (!closed.has(span.span_id)) place(own, depth + 1)
    }
  }
  place(children.get('') ?? [], 0)
  return bars
}

/** Times have whole milliseconds, the measured duration has more. */
const durationOf = ({ metrics, time }: SpanNode): number =>
  metrics.unit?.duration.total ?? Math.max(0, Date.parse(time.end) - Date.parse(time.start) || 0)

export interface Axis {
  readonly endMs: number
  /** Seven of them, for the ends of six fields. */
  readonly ticks: readonly number[]
}

const ROUND = [1, 2, 2.5, 5, 10]
const FIELDS = 6

/** An axis of six equal fields that are round and that the whole fits into. */
export function axisFor(totalMs: number): Axis {
  const least = Math.max(totalMs, 1) / FIELDS
  const magnitude = 10 ** Math.floor(Math.log10(least))
  const step = (ROUND.find((round) => round * magnitude >= least * (1 - 1e-9)) ?? 10) * magnitude
  return { endMs: step * FIELDS, ticks: Array.from({ length: FIELDS + 1 }, (_, at) => Number((step * at).toPrecision(12))) }
}

/** Where a stretch lies on an axis, as shares of it. */
export function shareOf(startMs: number, durationMs: number, axis: Axis): { readonly start: number; readonly length: number } {
  const start = Math.min(1, Math.max(0, startMs / axis.endMs))
  return { start, length: Math.min(1 - start, Math.max(0, durationMs / axis.endMs)) }
}
