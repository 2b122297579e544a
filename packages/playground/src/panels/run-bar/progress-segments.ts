import type { RunProgress } from '../../state/execution-state.ts'

const ORDER = ['done', 'failed', 'stopped', 'retrying', 'running', 'queued'] as const
export type SegmentName = (typeof ORDER)[number]

/** The parts of the bar, in the order in which a row goes through them backwards; parts without rows are left out. */
export const segmentsOf = (progress: RunProgress): readonly { readonly name: SegmentName; readonly count: number }[] =>
  ORDER.map((name) => ({ name, count: progress[name] })).filter(({ count }) => count > 0)

/** A provider that makes us wait: of the rows that could be on their way at once, how many are not held back. Null where none is. */
export function slowedTo(progress: RunProgress, concurrency: number): { readonly now: number; readonly wanted: number } | null {
  const { endedAtMs, retrying, running, queued } = progress
  if (endedAtMs !== null || retrying === 0) return null
  const wanted = Math.min(concurrency, running + retrying + queued)
  return { now: Math.max(0, wanted - retrying), wanted }
}
