// Far above what any model takes: a number beyond it is a fault, not a bill.
const MOST_TOKENS = 100_000_000

/** A provider's count of tokens; null where it cannot be right, for a made-up number is worse than none. */
export const tokenCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : null
