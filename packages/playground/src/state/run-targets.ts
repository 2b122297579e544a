import type { OutputRef } from './output-ref.ts'
import type { RunTargets, Standing } from './execution-state.ts'

/** Outputs by what Run would do with them, in the order of the rows. One that cannot run is in no list. */
export function targetsOf(standings: readonly Standing[]): RunTargets {
  const runnable: OutputRef[] = []
  const failed: OutputRef[] = []
  const stale: OutputRef[] = []
  const missing: OutputRef[] = []
  for (const standing of standings) {
    if (!standing.canRun) continue
    runnable.push(standing)
    if (standing.state === 'failed') failed.push(standing)
    else if (standing.state === 'stale') stale.push(standing)
    else if (standing.state === 'ready' || standing.state === 'stopped') missing.push(standing)
  }
  return { runnable, failed, stale, missing }
}
