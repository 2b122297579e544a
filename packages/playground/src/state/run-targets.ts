import type { RunTargets, Standing } from './playground-state.ts'

/** Row ids by what Run would do with them, in the order of the rows. A row that cannot run is in no list. */
export function targetsOf(standings: readonly Standing[]): RunTargets {
  const runnable: string[] = []
  const failed: string[] = []
  const stale: string[] = []
  const missing: string[] = []
  for (const { rowId, canRun, state } of standings) {
    if (!canRun) continue
    runnable.push(rowId)
    if (state === 'failed') failed.push(rowId)
    else if (state === 'stale') stale.push(rowId)
    else if (state === 'ready' || state === 'stopped') missing.push(rowId)
  }
  return { runnable, failed, stale, missing }
}
