/** One comparison: medians of interleaved runs, ours over the peer's. */
export interface BenchResult {
  readonly bench: string
  readonly what: string
  readonly ours: number
  readonly peer: number
  readonly unit: string
  readonly ratio: number
  /** What the ratio is to stay under. */
  readonly goal: number
  readonly peerName: string
  /** Lowest and highest of the single ratios. */
  readonly spread: readonly [low: number, high: number]
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Puts pairs of figures, measured in turn, into one result. */
export function compared(
  facts: Pick<BenchResult, 'bench' | 'what' | 'unit' | 'goal' | 'peerName'>,
  pairs: readonly (readonly [ours: number, peer: number])[],
): BenchResult {
  const ratios = pairs.map(([ours, peer]) => ours / peer)
  return {
    ...facts,
    ours: median(pairs.map(([ours]) => ours)),
    peer: median(pairs.map(([, peer]) => peer)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  }
}
