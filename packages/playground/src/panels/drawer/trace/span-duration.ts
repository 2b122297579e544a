import type { SpanNode } from '@vitrine/contracts'

/** How long a span lasted, in milliseconds: as measured where it was; its times have whole milliseconds only. */
export const spanDurationMs = ({ metrics, time }: SpanNode): number =>
  metrics.unit?.duration.total ?? Math.max(0, Date.parse(time.end) - Date.parse(time.start) || 0)
