import { sumUsd } from '@vitrine/model-catalog'
import { spentUsd } from '../../execution/spent-usd.ts'
import type { Cell } from '../../state/cell.ts'

export interface Aggregates {
  readonly total: number
  readonly finished: number
  /** USD; what is known of it. Null where nothing is. */
  readonly costUsd: number | null
  /** Finished runs of which nobody said what they cost. */
  readonly unknownCosts: number
  /** From sending to the end, of the answers that came whole; milliseconds. */
  readonly medianMs: number | null
}

/** The sums over one column of outputs. Made anew with every frame in which a row ends, so one pass over all of them. */
export function aggregatesOf(cells: readonly Cell[]): Aggregates {
  const costs: number[] = []
  const durations: number[] = []
  let finished = 0
  for (const cell of cells) {
    const { state, times } = cell
    if (state !== 'done' && state !== 'failed' && state !== 'stopped') continue
    finished++
    const costUsd = spentUsd(cell)
    if (costUsd !== null) costs.push(costUsd)
    if (state === 'done' && times.endMs !== null) durations.push(times.endMs - (times.sentMs ?? 0))
  }
  return {
    total: cells.length,
    finished,
    costUsd: costs.length === 0 ? null : sumUsd(costs),
    unknownCosts: finished - costs.length,
    medianMs: medianOf(durations),
  }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).toSorted()
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  const lower = sorted[Math.ceil(middle) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
