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
