import type { Batch } from './row-run.ts'

const MAX_CONCURRENCY = 100
/** Rows that a runner holds for each of its places, to begin the next one without asking here, however busy this thread is. */
const AHEAD = 4
/** Runs that go over few connections together are handed over long before their turn: the runner shares them out. */
const GROUP_AHEAD = 2000
/** From so many runs on a batch goes over the batch route. */
const LEAST_GROUP = 21
/** Handed over in one frame. */
export const MOST_A_FRAME = 1000

/** How many calls there may be at a time. */
export const placesFor = (wanted: number): number => Math.max(1, Math.min(MAX_CONCURRENCY, Math.floor(wanted) || 1))

/** With a budget what each call costs decides on the next one, so they go alone. */
export const isGroup = (runs: number, hasBudget: boolean): boolean => runs >= LEAST_GROUP && !hasBudget

/**
 * How many runs may be with the runner. Before the service has answered nothing is handed over that could only be refused as well, but
 * for groups, which the runner holds back itself.
 */
export function handedOverAtMost(open: Iterable<Batch>, places: number, isAnswered: boolean): number {
  let most = places * (isAnswered ? 1 + AHEAD : 1)
  for (const { hasBudget, isGrouped } of open) {
    if (hasBudget) return places
    if (isGrouped) most = Math.max(GROUP_AHEAD, places)
  }
  return most
}
