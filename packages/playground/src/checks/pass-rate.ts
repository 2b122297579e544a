import type { CheckOutcome, CheckResult } from './check-result.ts'

/**
 * How a variant did.
 *
 * *Shape*: `rate` is the share of what passed among what passed or failed, from 0 to 1; null where nothing did either. Errors and
 * unknowns are neither, and are counted beside it. `judgingUsd` is what judges were paid as far as it is known, `unknownJudging` how
 * often it is not.
 */
export interface PassRate {
  readonly passed: number
  readonly failed: number
  readonly errors: number
  readonly unknown: number
  readonly rate: number | null
  readonly judgingUsd: number
  readonly unknownJudging: number
}

export function passRate(results: Iterable<CheckResult>): PassRate {
  const counts: Record<CheckOutcome, number> = { pass: 0, fail: 0, error: 0, unknown: 0 }
  let judgingUsd = 0
  let unknownJudging = 0
  for (const { outcome, judging } of results) {
    counts[outcome] += 1
    judgingUsd += judging?.costUsd ?? 0
    if (judging?.costUsd === null) unknownJudging += 1
  }
  const decided = counts.pass + counts.fail
  return {
    passed: counts.pass,
    failed: counts.fail,
    errors: counts.error,
    unknown: counts.unknown,
    rate: decided === 0 ? null : counts.pass / decided,
    judgingUsd,
    unknownJudging,
  }
}

const WORST_FIRST: readonly CheckOutcome[] = ['fail', 'error', 'unknown', 'pass']

/** How an answer did in all its checks: the worst of them; null where there are none. */
export const overallOutcome = (results: readonly CheckResult[]): CheckOutcome | null =>
  WORST_FIRST.find((outcome) => results.some((result) => result.outcome === outcome)) ?? null
