import type { RunProgress } from '../../state/playground-state.ts'

const ORDER = ['done', 'failed', 'stopped', 'retrying', 'running', 'queued'] as const
export type SegmentName = (typeof ORDER)[number]

/** The parts of the bar, in the order in which a row goes through them backwards; parts without rows are left out. */
export const segmentsOf = (progress: RunProgress): readonly { readonly name: SegmentName; readonly count: number }[] =>
  ORDER.map((name) => ({ name, count: progress[name] })).filter(({ count }) => count > 0)

/** A provider that makes us wait while others stand in line: fewer run than asked for. */
export const isSlowed = (progress: RunProgress, concurrency: number): boolean =>
  progress.endedAtMs === null &&
  progress.retrying > 0 &&
  progress.running < Math.min(concurrency, progress.running + progress.retrying + progress.queued)
