import type { RunTargets, Standing } from './playground-state.ts'

/** Row ids by what Run would do with them, in the order of the rows. A row that cannot run is in no list. */
export function targetsOf(ids: readonly string[], standingOf: (id: string) => Standing | undefined): RunTargets {
  const runnable: string[] = []
  const failed: string[] = []
  const stale: string[] = []
  const missing: string[] = []
  for (const id of ids) {
    const standing = standingOf(id)
    if (!standing?.canRun) continue
    runnable.push(id)
    if (standing.state === 'failed') failed.push(id)
    else if (standing.state === 'stale') stale.push(id)
    else if (standing.state === 'ready' || standing.state === 'stopped') missing.push(id)
  }
  return { runnable, failed, stale, missing }
}
