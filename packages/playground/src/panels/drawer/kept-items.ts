export interface ItemRange {
  readonly startIndex: number
  readonly endIndex: number
  readonly overscan: number
  readonly count: number
}

/** The items to draw, and one more that is kept, in order. */
export function withKept({ startIndex, endIndex, overscan, count }: ItemRange, kept: number): number[] {
  const from = Math.max(0, startIndex - overscan)
  const to = Math.min(count - 1, endIndex + overscan)
  const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  if (kept < 0 || kept >= count || (kept >= from && kept <= to)) return shown
  return kept < from ? [kept, ...shown] : [...shown, kept]
}
