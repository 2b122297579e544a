import { sumUsd } from '@vitrine/model-catalog'
import type { Cell } from '../../state/cell.ts'

export interface Aggregates {
  readonly total: number
  readonly finished: number
  /** USD; what is known of it. Null where nothing is. */
  readonly costUsd: number | null
  /** From sending to the end, of the answers that came whole; milliseconds. */
  readonly medianMs: number | null
}

/** The sums over one column of outputs. */
export function aggregatesOf(cells: readonly Cell[]): Aggregates {
  const finished = cells.filter(({ state }) => state === 'done' || state === 'failed' || state === 'stopped')
  const costs = finished.flatMap(({ cost }) => (cost === null || cost.totalUsd === null ? [] : [cost.totalUsd]))
  const durations = finished
    .flatMap(({ state, times }) => (state === 'done' && times.endMs !== null ? [times.endMs - (times.sentMs ?? 0)] : []))
    .toSorted((left, right) => left - right)
  const middle = durations.length / 2
  const upper = durations[Math.floor(middle)]
  const lower = durations[Math.ceil(middle) - 1]
  return {
    total: cells.length,
    finished: finished.length,
    costUsd: costs.length === 0 ? null : sumUsd(costs),
    medianMs: upper === undefined || lower === undefined ? null : (upper + lower) / 2,
  }
}
