import type { RunProgress } from '../state/execution-state.ts'

/** Two rows that are asked just now; what is given instead lies over it. */
export const sampleProgress = (part: Partial<RunProgress> = {}): RunProgress => ({
  runId: 'r',
  total: 2,
  done: 0,
  failed: 0,
  stopped: 0,
  retrying: 0,
  running: 2,
  queued: 0,
  startedAtMs: 0,
  endedAtMs: null,
  costUsd: 0,
  unknownCosts: 0,
  ...part,
})
